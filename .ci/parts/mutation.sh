#!/usr/bin/env bash
# Whether the tests notice what they should: small mistakes are put into the code one by one (tests/mutation.py).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f tests/mutation.py ] || { echo "there is no tests/mutation.py"; exit 77; }
python3 tests/mutation.py
