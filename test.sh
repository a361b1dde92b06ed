#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test. Extra arguments go to ctest: ./test.sh -R http/
set -euo pipefail
cd "$(dirname "$0")"

installer/dependencies.sh --tests

cmake --preset release -DSALLYPORT_TESTS=ON
cmake --build --preset release -- --quiet
exec ctest --preset release "$@"
