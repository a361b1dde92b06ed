#!/usr/bin/env bash
# The intrusion detector: what it costs, beside Debian's libmodsecurity with its CRS in one run where they are installed (libmodsecurity-dev,
# modsecurity-crs), and what it finds in a labelled corpus when its two files are given.
# Usage: tests/bench/detection.sh [ATTACKS.jsonl BENIGN.jsonl]
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --build build/release --target bench_detection_cost bench_detection_score -- --quiet
programs=build/release/tests/bench
"$programs/bench_detection_cost"
if command -v valgrind >/dev/null; then
    # Instructions a request: the difference of two runs, so that the start doesn't count.
    count() { valgrind --tool=none --log-file=/dev/null true && valgrind --tool=callgrind --callgrind-out-file=/dev/null "$programs/bench_detection_cost" "$1" get 2>&1 |
        awk '/Collected/ { print $4 }'; }
    few=$(count 1000) many=$(count 6000)
    echo "clean GET                    $(((many - few) / 5000)) instructions"
fi
crs=/usr/share/modsecurity-crs
if pkg-config --exists modsecurity 2>/dev/null && [ -d "$crs/rules" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    setup=$(find /etc/modsecurity "$crs" -name 'crs-setup.conf*' | head -1)
    { echo 'SecRuleEngine On'; echo 'SecRequestBodyAccess On'
      echo 'SecRule REQUEST_HEADERS:Content-Type "application/json" "id:200001,phase:1,t:none,t:lowercase,pass,nolog,ctl:requestBodyProcessor=JSON"'
      cat "$setup"; echo "Include $crs/rules/*.conf"; } >"$folder/all.conf"
    c++ -O2 -std=c++17 tests/bench/detection/peer.cc -o "$folder/peer" $(pkg-config --cflags --libs modsecurity)
    "$folder/peer" "$folder/all.conf"
else
    echo "libmodsecurity with its CRS isn't installed: no peer in this run (apt-get install libmodsecurity-dev modsecurity-crs)"
fi
if [ $# -ge 2 ]; then
    "$programs/bench_detection_score" "$1" "$2"
fi
