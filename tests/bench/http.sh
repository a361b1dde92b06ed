#!/bin/bash
# The server beside nginx in one run: requests a second, CPU microseconds a request, memory of an idle connection,
# slowdown with thousands of idle connections open. TLS 1.3, keep-alive, one core each (server 0, wrk 1), loopback only.
# Stops by itself. Needs wrk, nginx, openssl, curl, taskset.
#
# Usage: tests/bench/http.sh [--build DIR] [--seconds N] [--rounds N] [--idle N] [--only NAME,..]
#   NAME: nginx, transport (backend/http alone), sallyportd (the whole pipeline, GET /api/protected with a token),
#         users (the same server, GET /api/users/{id} with a token; the user is in memory after the first request),
#         records (the same server, GET /api/data/{id} with a token; the record is in memory after the first request),
#         signed (the same server, GET /api/signed; the requests are signed before the clock starts, each with its own nonce),
#         keys (the same server, GET /api/protected with an API key), introspection (the same server, an access token asked
#         about at /oauth/introspect with that key), fastify and express (GET /api/protected of tests/bench/peers, which npm
#         installs; not unless they are named), flood (p99 of an honest tenth while nine of ten clients are hostile, flood_p99.py;
#         not unless it is named)
set -euo pipefail
cd "$(dirname "$0")/../.."

build=build/release seconds=4 rounds=3 idle=4000 only=nginx,transport,sallyportd,users,records,signed,keys,introspection
while [ $# -gt 0 ]; do
    case $1 in
    --build) build=$2 ;;
    --seconds) seconds=$2 ;;
    --rounds) rounds=$2 ;;
    --idle) idle=$2 ;;
    --only) only=$2 ;;
    *) sed -n '2,17p' "$0"; exit 2 ;;
    esac
    shift 2
done
for program in wrk nginx openssl curl taskset python3; do
    command -v $program >/dev/null || { echo "$program is not installed" >&2; exit 1; }
done
ulimit -n "$(ulimit -Hn)"
bench=$build/tests/bench
if [ ! -x "$bench/bench_server" ] || [ ! -x "$bench/bench_idle" ]; then
    cmake --build "$build" --target bench_server bench_idle >/dev/null
fi
daemon=$(find "$build/bin" -name sallyportd -type f -perm -u+x 2>/dev/null | head -1 || true) # without bin/, too

work=$(mktemp -d)
declare -A pid port path token_file header
started=()
cleanup() {
    for p in "${started[@]}"; do kill "$p" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null

wait_listening() { # FILE PATTERN -> the line
    for _ in $(seq 1800); do
        if grep -m1 "$2" "$1" 2>/dev/null; then return; fi
        sleep 0.1
    done
    echo "did not start ($(basename "$1")): $(tail -3 "$1")" >&2
    exit 1
}

start_nginx() {
    local p=$((20000 + RANDOM % 20000))
    mkdir -p "$work/nginx"
    cat >"$work/nginx.conf" <<CONF
worker_processes 1;
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
worker_rlimit_nofile 65536;
events { worker_connections 16384; }
http {
    access_log off;
    client_body_temp_path $work/nginx/a; proxy_temp_path $work/nginx/b; fastcgi_temp_path $work/nginx/c;
    uwsgi_temp_path $work/nginx/d; scgi_temp_path $work/nginx/e;
    keepalive_timeout 3600; keepalive_requests 1000000000;
    server {
        listen 127.0.0.1:$p ssl backlog=1024;
        ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem; ssl_protocols TLSv1.3;
        location / { default_type application/json; return 200 '{"data":{"ok":true}}'; }
    }
}
CONF
    taskset -c 0 nginx -p "$work/nginx" -c "$work/nginx.conf" 2>"$work/nginx/start.log" &
    local master=$!
    started+=("$master")
    for _ in $(seq 100); do
        pid[nginx]=$(ps -o pid= --ppid "$master" | head -1 | tr -d ' ') && [ -n "${pid[nginx]}" ] && break
        sleep 0.1
    done
    port[nginx]=$p path[nginx]=/ token_file[nginx]=
}

start_transport() {
    taskset -c 0 "$bench/bench_server" 0 "$work/cert.pem" "$work/key.pem" 1 >"$work/transport.log" 2>&1 &
    pid[transport]=$!
    started+=($!)
    port[transport]=$(wait_listening "$work/transport.log" "listening on" | sed 's/.*://')
    path[transport]=/ token_file[transport]=
}

start_sallyportd() {
    local data=$work/data
    (umask 077; openssl rand -hex 24 >"$work/passphrase"; openssl rand -hex 24 >"$work/password")
    local vault=(--data-dir "$data" --passphrase-file "$work/passphrase")
    # Everything stays switched on but what lets callers wait; the quotas are high enough for what wrk sends.
    if ! { "$daemon" init "${vault[@]}" --admin-email bench@example.org --admin-password-file "$work/password" &&
        "$daemon" settings set "${vault[@]}" rate_limits.api_read=10000000/60 rate_limits.address=10000000/60 \
            rate_limits.api_write=10000000/60 rate_limits.admin=10000000/60 slow_down.mode=off \
            connections.total=100000 connections.per_address=100000 connections.idle=3600; } >"$work/init.log" 2>&1; then
        tail -2 "$work/init.log" >&2
        exit 1
    fi
    taskset -c 0 "$daemon" serve "${vault[@]}" --listen 127.0.0.1:0 --threads 1 >"$work/daemon.log" 2>&1 &
    pid[sallyportd]=$!
    started+=($!)
    port[sallyportd]=$(wait_listening "$work/daemon.log" "listening on" | sed 's/.*://')
    local login="{\"email\":\"bench@example.org\",\"password\":\"$(cat "$work/password")\"}"
    curl -sk --data-binary @- -H 'Content-Type: application/json' \
        "https://127.0.0.1:${port[sallyportd]}/api/auth/login" <<<"$login" >"$work/login.json"
    (umask 077; sed -n 's/.*"token"[ ]*:[ ]*"\([^"]*\)".*/\1/p' "$work/login.json" >"$work/token")
    [ -s "$work/token" ] || { echo "login failed: $(cat "$work/login.json")" >&2; exit 1; }
    token_file[sallyportd]=$work/token header[sallyportd]="Authorization: Bearer $(cat "$work/token")"
    path[sallyportd]=/api/protected
    check_answer sallyportd
}

start_users() {
    [ -n "${pid[sallyportd]:-}" ] || start_sallyportd
    local user
    user=$(curl -sk -H "${header[sallyportd]}" "https://127.0.0.1:${port[sallyportd]}/api/users" |
        sed -n 's/.*"id":"\([^"]*\)".*/\1/p')
    pid[users]=${pid[sallyportd]} port[users]=${port[sallyportd]}
    token_file[users]=${token_file[sallyportd]} header[users]=${header[sallyportd]}
    path[users]=/api/users/$user
    check_answer users
}

start_records() {
    [ -n "${pid[sallyportd]:-}" ] || start_sallyportd
    local record
    record=$(curl -sk -H "${header[sallyportd]}" -H 'Content-Type: application/json' -X POST \
        -d '{"title": "Discharge summary 2231", "department": "Cardiology", "sensitive": {"Patient": "Elif Yildiz"}}' \
        "https://127.0.0.1:${port[sallyportd]}/api/data" | sed -n 's/.*"id":"\([^"]*\)".*/\1/p')
    # 100 policies, as in tests/bench/instructions.py: one in eleven is asked about reading a record.
    python3 - "${port[sallyportd]}" "${header[sallyportd]#Authorization: }" <<'PY'
import http.client, json, ssl, sys
context = ssl.create_default_context()
context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
connection = http.client.HTTPSConnection("127.0.0.1", int(sys.argv[1]), context=context)
for number in range(100):
    deny, asked = number % 10 == 9, number % 11 == 0
    connection.request("POST", "/api/policies", json.dumps({
        "name": f"Rule {number}", "effect": "deny" if deny else "allow", "state": "enforce",
        "actions": ["records:read" if asked else ("records:update", "comments:read", "files:read")[number % 3]],
        "resources": ["record" if asked else ("record", "comment", "file")[number % 3]],
        "condition": f'resource.department == "Ward {number}"' if deny else
                     'resource.department == "Cardiology" || resource.owner_id == subject.id' if number == 88 else
                     f'subject.department == "Ward {number}" && resource.classification != "restricted"'}),
        {"Authorization": sys.argv[2], "Content-Type": "application/json"})
    answer = connection.getresponse()
    assert answer.status == 201, answer.read()
    answer.read()
PY
    pid[records]=${pid[sallyportd]} port[records]=${port[sallyportd]}
    token_file[records]=${token_file[sallyportd]} header[records]=${header[sallyportd]}
    path[records]=/api/data/$record
    check_answer records
}

start_signed() {
    [ -n "${pid[sallyportd]:-}" ] || start_sallyportd
    pid[signed]=${pid[sallyportd]} port[signed]=${port[sallyportd]} path[signed]=/api/signed
    token_file[signed]=${token_file[sallyportd]}
    cat >"$work/signed.lua" <<'LUA'
local file = assert(io.open(os.getenv("SIGNED_REQUESTS"), "rb"))
request = function()
    return file:read(tonumber(os.getenv("SIGNED_SIZE")))
end
LUA
}

start_keys() {
    [ -n "${pid[sallyportd]:-}" ] || start_sallyportd
    curl -sk -H "${header[sallyportd]}" -H 'Content-Type: application/json' \
        -d '{"name": "bench", "scopes": ["users:read", "tokens:introspect"]}' \
        "https://127.0.0.1:${port[sallyportd]}/api/keys" >"$work/plain_key.json"
    (umask 077; sed -n 's/.*"key":"\([^"]*\)".*/\1/p' "$work/plain_key.json" >"$work/plain_key")
    [ -s "$work/plain_key" ] || { echo "no key: $(cat "$work/plain_key.json")" >&2; exit 1; }
    pid[keys]=${pid[sallyportd]} port[keys]=${port[sallyportd]} path[keys]=/api/protected
    token_file[keys]=${token_file[sallyportd]} header[keys]="X-API-Key: $(cat "$work/plain_key")"
    check_answer keys
}

start_introspection() {
    [ -s "$work/plain_key" ] || start_keys
    pid[introspection]=${pid[sallyportd]} port[introspection]=${port[sallyportd]} path[introspection]=/oauth/introspect
    token_file[introspection]=${token_file[sallyportd]} header[introspection]="X-API-Key: $(cat "$work/plain_key")"
    cat >"$work/introspection.lua" <<'LUA'
local file = assert(io.open(os.getenv("INTROSPECTED"), "r"))
wrk.method, wrk.body = "POST", "token=" .. file:read("l")
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
LUA
    export INTROSPECTED=$work/token
    curl -sk -H "${header[keys]}" --data-urlencode "token@$work/token" "https://127.0.0.1:${port[introspection]}/oauth/introspect" |
        grep -q '"active":true' || { echo "/oauth/introspect does not know the token" >&2; exit 1; }
}

# Peers in Node, with a token of their own by the same algorithm.
start_peer() { # NAME
    if [ ! -d "$work/peers" ]; then
        cp -r tests/bench/peers "$work/peers"
        (cd "$work/peers" && npm install --silent --no-audit --no-fund)
        export PEER_KEY=$work/key.pem PEER_CERT=$work/cert.pem NODE_ENV=production
        (umask 077; node "$work/peers/tokens.mjs" print >"$work/peer_token")
    fi
    taskset -c 0 node "$work/peers/$1.mjs" >"$work/$1.log" 2>&1 &
    pid[$1]=$!
    started+=($!)
    port[$1]=$(wait_listening "$work/$1.log" "listening on" | sed 's/.* //') path[$1]=/api/protected
    token_file[$1]=$work/peer_token header[$1]="Authorization: Bearer $(cat "$work/peer_token")"
    check_answer "$1"
}

start_fastify() { start_peer fastify; }
start_express() { start_peer express; }

# A new key, whose nonces are all unused, and more requests than can be sent in SECONDS: one after the other in a file.
sign_requests() { # SECONDS
    curl -sk -H "${header[sallyportd]}" -H 'Content-Type: application/json' \
        -d '{"name": "bench", "scopes": ["users:read"], "signing": true}' \
        "https://127.0.0.1:${port[signed]}/api/keys" >"$work/key.json"
    SIGNED_SIZE=$(python3 - "$work/key.json" "$work/signed.requests" "${port[signed]}" "$1" <<'PY'
import hmac, json, sys, time
made = json.load(open(sys.argv[1]))
stamp, secret = str(int(time.time())), made["signing_secret"].encode()
with open(sys.argv[2], "w") as file:
    for number in range(100_000 * int(sys.argv[4])):
        nonce = "%08d" % number
        signature = hmac.new(secret, ("GET\n/api/signed\n" + stamp + "\n" + nonce + "\n").encode(), "sha256").hexdigest()
        text = ("GET /api/signed HTTP/1.1\r\nHost: 127.0.0.1:" + sys.argv[3] + "\r\nX-API-Key: " + made["prefix"] + "\r\nX-Timestamp: "
                + stamp + "\r\nX-Nonce: " + nonce + "\r\nX-Signature: " + signature + "\r\n\r\n")
        file.write(text)
print(len(text))
PY
    )
    export SIGNED_SIZE SIGNED_REQUESTS=$work/signed.requests
}

check_answer() { # NAME
    local status
    status=$(curl -sk -o /dev/null -w '%{http_code}' -H "${header[$1]}" "https://127.0.0.1:${port[$1]}${path[$1]}")
    [ "$status" = 200 ] || { echo "${path[$1]} answers $status" >&2; exit 1; }
}

ticks() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }
rss() { awk '/^VmRSS/ {print $2}' "/proc/$1/status"; }

measure() { # NAME -> adds to requests[NAME], cpu[NAME], rate[NAME]
    local name=$1 before after out script= seconds=$seconds
    if [ "$name" = signed ]; then
        # The server remembers 524,288 nonces for ten minutes: one second a round leaves room for all rounds.
        seconds=1
        sign_requests "$seconds"
        script=$work/signed.lua
    fi
    [ "$name" != introspection ] || script=$work/introspection.lua
    before=$(ticks "${pid[$name]}")
    out=$(taskset -c 1 wrk -t1 -c32 -d"${seconds}s" ${header[$name]:+-H "${header[$name]}"} ${script:+-s "$script"} \
        "https://127.0.0.1:${port[$name]}${path[$name]}")
    after=$(ticks "${pid[$name]}")
    if grep -q "Non-2xx" <<<"$out"; then echo "$name: $(grep Non-2xx <<<"$out")" >&2; exit 1; fi
    awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" '
        /requests in/ {n = $1} /Requests\/sec/ {r = $2}
        END {printf "%d %.3f %.1f\n", n, t * 1e6 / hz / n, r}' <<<"$out" >>"$work/$name.$phase"
}

median() { # FILE COLUMN
    sort -g -k"$2,$2" "$1" | awk -v c="$2" '{v[NR] = $c} END {print v[int((NR + 1) / 2)]}'
}

names=()
for name in nginx transport sallyportd users records signed keys introspection fastify express; do
    [[ ",$only," == *",$name,"* ]] || continue
    if [[ $name != nginx && $name != transport && $name != fastify && $name != express ]] && [ -z "$daemon" ]; then echo "(sallyportd is not built in $build)"; continue; fi
    start_$name
    names+=("$name")
done

seconds_wanted=$seconds seconds=1 phase=warm
for name in "${names[@]}"; do measure "$name"; done
seconds=$seconds_wanted phase=alone
for _ in $(seq "$rounds"); do for name in "${names[@]}"; do measure "$name"; done; done

declare -A memory
phase=crowded
for name in "${names[@]}"; do
    sleep 2 # buffers of the connections that wrk closed are gone
    before=$(rss "${pid[$name]}")
    mkfifo "$work/hold.$name"
    taskset -c 1 "$bench/bench_idle" "${port[$name]}" "$idle" "$(sed -E 's#/api/signed|/oauth/introspect#/api/protected#' <<<"${path[$name]}")" ${token_file[$name]:+"${token_file[$name]}"} \
        <"$work/hold.$name" >"$work/idle.$name" 2>&1 &
    holder=$!
    started+=("$holder")
    exec 7>"$work/hold.$name"
    wait_listening "$work/idle.$name" ready >/dev/null
    sleep 2 # and those of the connections that now rest
    # The later ones are further looks at a process whose memory for that many connections is already there.
    if [ "$idle" = 0 ] || { [ "${pid[$name]}" = "${pid[sallyportd]:-}" ] && [ "$name" != sallyportd ]; }; then memory[$name]=-; else memory[$name]=$(awk -v a="$before" -v b="$(rss "${pid[$name]}")" -v n="$idle" 'BEGIN {printf "%.1f", (b - a) / n}'); fi
    for _ in $(seq "$rounds"); do measure "$name"; done
    exec 7>&-
    wait "$holder" || { echo "$name: $(tail -1 "$work/idle.$name")" >&2; exit 1; }
done

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {if (b > 0) printf "%.2f", a / b; else printf "-"}'; }
printf '\n%s, %s, load %s\n\n' "$(nproc) cores" "$(date -u +%FT%TZ)" "$(cut -d' ' -f1 /proc/loadavg)"
printf '| server | requests/s | CPU us a request | x nginx | KB an idle connection | x nginx | with %s idle: requests/s | CPU us | more by |\n' "$idle"
printf '|---|---|---|---|---|---|---|---|---|\n'
for name in "${names[@]}"; do
    cpu=$(median "$work/$name.alone" 2) memory_ratio=-
    [ "${memory[$name]}" = - ] || memory_ratio=$(ratio "${memory[$name]}" "${memory[nginx]:-${memory[$name]}}")
    crowded=$(median "$work/$name.crowded" 2)
    base=$cpu
    [ -f "$work/nginx.alone" ] && base=$(median "$work/nginx.alone" 2)
    printf '| %s | %.0f | %.1f | %s | %s | %s | %.0f | %.1f | %s %% |\n' "$name" "$(median "$work/$name.alone" 3)" "$cpu" \
        "$(ratio "$cpu" "$base")" "${memory[$name]}" "$memory_ratio" \
        "$(median "$work/$name.crowded" 3)" "$crowded" "$(awk -v a="$cpu" -v b="$crowded" 'BEGIN {printf "%.0f", (b / a - 1) * 100}')"
done
if [[ ",$only," == *,flood,* ]]; then
    [ -n "${pid[sallyportd]:-}" ] || start_sallyportd
    printf '\n%s\n' "$(python3 tests/bench/flood_p99.py "${port[sallyportd]}" "${token_file[sallyportd]}")"
fi
