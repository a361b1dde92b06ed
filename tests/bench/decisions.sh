#!/usr/bin/env bash
# Decisions a second on one core, beside npm's casl, casbin, @bufbuild/cel and cedar-wasm: the same rules and requests, one run, and
# everybody must allow the same ones. Usage: tests/bench/decisions.sh [SECONDS a line, 2 unless given]
# Needs node and npm; the packages go to a folder of their own that is deleted again. Lines: who, what, a second, allowed of 1,000.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-2}
cmake --build build/release --target bench_decisions -- --quiet
ours=$PWD/build/release/tests/bench/bench_decisions
peers=$(mktemp -d)
trap 'rm -rf "$peers"' EXIT
cp tests/bench/decisions/* "$peers"
(cd "$peers" && npm install --silent --no-audit --no-fund)
for count in 100 10000; do
    node "$peers/rules.mjs" "$count" >"$peers/rules-$count.json"
done

{
    # Ours before and after, so that neighbours on the machine show.
    for again in 1 2; do
        taskset -c 0 "$ours" "$peers/rules-100.json" "$seconds" | sed 's/^/sallyport /'
        [ "$again" = 2 ] || taskset -c 0 node "$peers/peers.mjs" "$peers/rules-100.json" "$seconds"
    done
    taskset -c 0 "$ours" "$peers/rules-10000.json" "$seconds" | sed 's/^/sallyport-10000-rules /'
} | tee "$peers/lines" | awk '{ printf "%-22s %-13s %15d  %d\n", $1, $2, $3, $4 }'

# Same rules, same answers.
if [ "$(awk '$2 == "abac" && $1 !~ /10000/ { print $4 }' "$peers/lines" | sort -u | wc -l)" != 1 ]; then
    echo "not everybody allows the same requests" >&2
    exit 1
fi
