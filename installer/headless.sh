#!/usr/bin/env bash
# What run.sh does on a machine without a display: the same backend, `sallyportd`, on the same data directory.
#   installer/headless.sh PATH-TO-SALLYPORTD [--data-dir DIR] [--demo]
set -euo pipefail
daemon=$1
shift
data_dir="${XDG_DATA_HOME:-$HOME/.local/share}/sallyport"
while [ $# -gt 0 ]; do
    case "$1" in
        --data-dir) data_dir=${2:?--data-dir needs a folder}; shift 2 ;;
        --demo) echo "The demo needs a display: it is a window. Try: xvfb-run -a ./run.sh --demo" >&2; exit 2 ;;
        *) echo "Without a display only --data-dir is understood, not $1" >&2; exit 2 ;;
    esac
done

echo "There is no display here, so the console can't open. sallyportd runs the same server without a window."
if [ ! -f "$data_dir/keyring.json" ]; then
    cat <<TEXT
No vault yet in $data_dir. Set one up like this (the two files hold one line each; remove them afterwards):

    $daemon init --data-dir "$data_dir" --admin-email YOU@EXAMPLE.ORG \\
        --passphrase-file passphrase.txt --admin-password-file password.txt

Then run this again. The server will answer on https://127.0.0.1:8443, and
    $daemon --help
lists what can be done from here: users, settings, reports, verification.
TEXT
    exit 0
fi

if [ -n "${SALLYPORT_PASSPHRASE_FILE:-}" ]; then
    exec "$daemon" serve --data-dir "$data_dir" --passphrase-file "$SALLYPORT_PASSPHRASE_FILE"
fi
[ -t 0 ] || { echo "Set SALLYPORT_PASSPHRASE_FILE to a file that holds the passphrase." >&2; exit 2; }
read -rsp "Passphrase of the vault in $data_dir: " passphrase
echo
exec "$daemon" serve --data-dir "$data_dir" --passphrase-file - <<<"$passphrase"
