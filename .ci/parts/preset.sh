#!/usr/bin/env bash
# Builds everything with a preset's sanitizer and runs every test.   .ci/parts/preset.sh asan-ubsan|tsan
set -euo pipefail
cd "$(dirname "$0")/../.."
preset=$1

# A mistake that a sanitizer saw fails the test; without this UBSan only prints.
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
left_out=()
if [ "$preset" = tsan ]; then
    # They run other programs, and ThreadSanitizer doesn't follow a process that forks while it has threads.
    left_out=(-E '^(api/tst_signature_samples|audit/tst_exports|identity/tst_leak_(names|scan)|records/tst_sealing_kill|storage/tst_(backup|open_errors))$')
fi

cmake --preset "$preset"
cmake --build --preset "$preset" -- --quiet
result=build/deep/$preset-tests
code=0
ctest --preset "$preset" "${left_out[@]}" | tee "$result" || code=$?
summary=$(grep -E '^[0-9]+% tests passed' "$result" || echo "ctest did not end")
if [ "$code" -ne 0 ]; then
    echo "$summary: $(sed -nE 's/^[[:space:]]+[0-9]+ - ([^ ]+) \((Failed|Timeout|.*abort.*|SEGFAULT|.*Exception.*)\).*/\1/p' "$result" | xargs)"
    exit 1
fi
echo "$summary"
