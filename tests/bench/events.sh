#!/bin/bash
# Measures the journal with 1,000,000 events (or as many as the first argument says): pages, counts, chart, verification,
# reports.
# Usage: tests/bench/events.sh [EVENTS]
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -d build/release ] || cmake --preset release >/dev/null
cmake --build build/release --target bench_events sallyport-report >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
build/release/tests/bench/bench_events "$folder" "${1:-1000000}"
