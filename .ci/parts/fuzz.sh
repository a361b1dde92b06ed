#!/usr/bin/env bash
# Every fuzzer for a minute (SALLYPORT_FUZZ_SECONDS). What they found interesting stays in build/deep/corpus and is where
# the next run starts.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${SALLYPORT_FUZZ_SECONDS:-60}
command -v clang++ >/dev/null || { echo "clang++ is not installed"; exit 77; }

export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
cmake --preset fuzz
cmake --build --preset fuzz -- --quiet
count=0 failed=()
for fuzzer in build/fuzz/tests/fuzz/fuzz_*; do
    [ -f "$fuzzer" ] && [ -x "$fuzzer" ] || continue
    name=$(basename "$fuzzer")
    mkdir -p "build/deep/corpus/$name"
    count=$((count + 1))
    echo "== $name"
    "$fuzzer" -max_len=20000 -max_total_time="$seconds" -artifact_prefix="build/deep/$name-" "build/deep/corpus/$name" ||
        failed+=("$name")
done
[ "$count" -gt 0 ] || { echo "no fuzzer was built"; exit 1; }
if [ "${#failed[@]}" -gt 0 ]; then echo "found by ${failed[*]}, see build/deep/fuzz_*"; exit 1; fi
echo "$count fuzzers, $seconds s each"
