#!/usr/bin/env bash
# Other people's scanners against a server of its own on loopback, each bounded in time; a tool that isn't installed is named and
# passed over. Two rounds: as the product comes, and with what stops scanners early switched off, so that it shows what stands
# behind it. While the slow ones run, somebody honest asks from another address and is timed.
#   tests/scan/outside.sh [SALLYPORTD] [SECONDS A TOOL]
# Ends with 1 if a tool finds something, or if somebody honest isn't served.
set -euo pipefail
daemon=$(realpath "${1:-build/release/bin/sallyportd}")
most=${2:-60}
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$folder"' EXIT
umask 077
echo "a passphrase for scans" >"$folder/passphrase"
echo "violet harbour seven lanterns" >"$folder/password"
vault=(--data-dir "$folder/vault" --passphrase-file "$folder/passphrase")
failed=0

has() { command -v "$1" >/dev/null || { echo "$1: not installed, passed over"; return 1; }; }
say() { printf '%-14s %-44s %s\n' "$@"; }
fail() { say "$@"; failed=1; }
ask() { curl -sfk --interface 127.0.0.2 -o /dev/null -m 20 "$@"; }

begin() {
    "$daemon" serve "${vault[@]}" --listen 127.0.0.1:0 >"$folder/line" & server=$!
    until url=$(grep -o 'https://.*' "$folder/line"); do kill -0 "$server"; read -rt 0.05 <> <(:) || :; done
    token=$(curl -sk --interface 127.0.0.3 "$url/api/auth/login" -H 'Content-Type: application/json' \
        -d '{"email":"ada@sallyport.example","password":"violet harbour seven lanterns"}' | grep -o '"token":"[^"]*' | cut -d'"' -f4 | sort -u)
    [[ $token =~ ^[A-Za-z0-9_.-]+$ ]] || { echo "nobody could sign in"; exit 1; }
}
finish() { kill "$server"; wait "$server" || fail "sallyportd" "ends cleanly" no; server=; }

# Places where a value gets into a query of the database or a comparison.
scan_sql() { # WHICH ROUND
    has sqlmap || return 0
    local common=(--batch --flush-session --output-dir "$folder/sqlmap" --timeout 30 --retries 0 --level 2 --threads 1 --ignore-code '*'
        --disable-coloring)
    local target out
    for target in "/api/users?q=a*" "/api/events?q=a*" "/api/data?sort=title*" "/api/users/a*" "login"; do
        if [ "$target" = login ]; then
            out=$(timeout "$most" sqlmap "${common[@]}" -u "$url/api/auth/login" -H 'Content-Type: application/json' \
                --data '{"email":"a*","password":"b*"}' 2>&1 </dev/null || :)
        else
            out=$(timeout "$most" sqlmap "${common[@]}" -u "$url$target" -H "Authorization: Bearer $token" 2>&1 </dev/null || :)
        fi
        if ! grep -qE "testing '" <<<"$out"; then
            say sqlmap "$1: $target" "not shown: it began no test within $most s"
        elif ! grep -qE "is vulnerable|identified the following injection point" <<<"$out" &&
            grep -qE "appears to be .* injectable" <<<"$out"; then
            # A guess before it is verified: answers that time out or are held back make it guess.
            say sqlmap "$1: $target" "not shown: a guess that it did not get to verify"
        elif grep -qE "is vulnerable|identified the following injection point" <<<"$out"; then
            grep -E "vulnerable|injectable|Payload" <<<"$out"
            fail sqlmap "$1: $target" "FOUND SOMETHING"
        else
            say sqlmap "$1: $target" "nothing ($(grep -cE "testing '" <<<"$out") tests begun$(grep -q 'do not appear\|not injectable' <<<"$out" || echo ', time over'))"
        fi
    done
}

scan_site() {
    has wapiti || return 0
    # Never its modules ssrf and xxe: they make the server call others.
    timeout $((most + 30)) wapiti -u "$url/" -s "$url/api/users?q=a" -s "$url/api/events?q=a" -s "$url/api/data?sort=title" \
        -s "$url/healthz" -s "$url/auth/x?return_to=a" --verify-ssl 0 --max-scan-time "$most" --flush-session \
        --store-session "$folder/wapiti" -H "Authorization: Bearer $token" --no-bugreport -v 0 -f json -o "$folder/wapiti.json" \
        -m backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss \
        >"$folder/wapiti.out" 2>&1 </dev/null || :
    [ -s "$folder/wapiti.json" ] || { fail wapiti "$1" "no report: $(tail -1 "$folder/wapiti.out")"; return 0; }
    python3 - "$folder/wapiti.json" <<'PY' || { fail wapiti "$1" "FOUND SOMETHING"; return 0; }
import json, sys
report = json.load(open(sys.argv[1]))
found = [(kind, one["path"], one["info"]) for part in ("vulnerabilities", "anomalies") for kind, all in report[part].items() for one in all]
for one in found:
    print("  ", *one)
sys.exit(bool(found))
PY
    say wapiti "$1" "nothing"
}

# 600 connections that send or read as slowly as they can, and how long somebody honest waits meanwhile.
slow() { # NAME OPTIONS...
    has slowhttptest || return 0
    local name=$1 asked=0 served=0 longest=0 took
    shift
    timeout $((most + 10)) slowhttptest -c 600 -r 200 -l "$most" -p 3 -v 0 "$@" >"$folder/slow" 2>&1 </dev/null & local attacker=$!
    while kill -0 "$attacker" 2>/dev/null; do
        asked=$((asked + 1))
        took=$(ask -w '%{time_total}' "$url/healthz") && served=$((served + 1))
        longest=$(printf '%s\n%s\n' "$longest" "$took" | sort -g | tail -1)
        ask "$url/api/auth/me" -H "Authorization: Bearer $token" || served=$((served - 1))
    done
    wait "$attacker" || :
    if [ "$asked" = "$served" ]; then
        say slowhttptest "$name" "honest: $served of $asked served, the longest in $longest s"
    else
        fail slowhttptest "$name" "honest: $served of $asked served, the longest in $longest s"
    fi
}

metrics() {
    has promtool || return 0
    local out
    out=$(curl -sk --interface 127.0.0.3 "$url/metrics" -H "Authorization: Bearer $token" | promtool check metrics 2>&1) &&
        [ -z "$out" ] && say promtool "check metrics" "no complaint" || fail promtool "check metrics" "${out:-failed}"
}

"$daemon" init "${vault[@]}" --admin-email ada@sallyport.example --admin-name Ada --admin-password-file "$folder/password" >/dev/null
begin
slow "-H slow headers" -H -i 5 -x 24 -u "$url/healthz"
slow "-B slow body" -B -i 5 -s 8192 -x 10 -t POST -f application/json -u "$url/api/auth/login"
slow "-X slow read" -X -w 10 -y 20 -n 5 -z 32 -k 3 -u "$url/api/openapi.json"
metrics
scan_sql "as it comes"
scan_site "as it comes"
finish
"$daemon" settings set "${vault[@]}" detection.mode=off protection.mode=off slow_down.mode=off rate_limits.address=10000000/3600 \
    rate_limits.api_read=10000000/3600 rate_limits.auth=1000000/60 connections.per_address=1000 >/dev/null
begin
scan_sql "nothing before it"
scan_site "nothing before it"
finish
exit "$failed"
