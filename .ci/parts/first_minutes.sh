#!/usr/bin/env bash
# Runs inside a fresh root: run.sh from nothing, a vault, the server, one sign-in over HTTPS. Called by debian.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
vault=/root/vault
password="violet harbour seven lanterns"
printf '%s\n' "a passphrase for a check" >/root/passphrase.txt
printf '%s\n' "$password" >/root/password.txt
chmod 600 /root/*.txt

echo "== run.sh, from nothing"
./run.sh --data-dir "$vault" </dev/null | tee /root/first
grep -q "No vault yet in $vault" /root/first

echo "== init"
build/release/bin/sallyportd init --data-dir "$vault" --admin-email ada@sallyport.example \
    --passphrase-file /root/passphrase.txt --admin-password-file /root/password.txt
# The port is the system's choice: another server may run on this machine.
build/release/bin/sallyportd settings set server.port=0 --data-dir "$vault" --passphrase-file /root/passphrase.txt

echo "== run.sh, with a vault"
SALLYPORT_PASSPHRASE_FILE=/root/passphrase.txt ./run.sh --data-dir "$vault" </dev/null >/root/serving 2>&1 &
server=$!
url=""
for _ in $(seq 300); do # the second build has nothing to do
    url=$(sed -nE 's/^listening on (https:.*)$/\1/p' /root/serving)
    [ -z "$url" ] || break
    kill -0 "$server" || break
    sleep 0.2
done
cat /root/serving
[ -n "$url" ] || { echo "the server did not say where it listens"; exit 1; }

echo "== sign in"
curl -sS --fail-with-body --cacert "$vault/tls/certificate.pem" "$url/api/auth/login" -H 'Content-Type: application/json' \
    -d "{\"email\": \"ada@sallyport.example\", \"password\": \"$password\"}" >/root/answer
token=$(sed -nE 's/.*"token": ?"([^"]+)".*/\1/p' /root/answer)
[ -n "$token" ] || { echo "no token in the answer"; exit 1; }
curl -sS --fail-with-body --cacert "$vault/tls/certificate.pem" "$url/api/auth/me" -H "Authorization: Bearer $token" >/root/me
cat /root/me; echo
grep -q ada@sallyport.example /root/me

echo "== stop"
kill -TERM "$server"
wait "$server"
build/release/bin/sallyportd verify --data-dir "$vault" --passphrase-file /root/passphrase.txt
