#!/usr/bin/env bash
# From a fresh machine to the open console: installs what is missing, builds, starts. See README.md.
#   ./run.sh            the console, on your own data directory
#   ./run.sh --demo     a throw-away vault with sample data and local traffic
# Everything else is passed on: ./run.sh --data-dir DIR
set -euo pipefail
cd "$(dirname "$0")"

installer/dependencies.sh

if [ ! -f build/release/build.ninja ]; then
    echo "Configuring (once)"
    cmake --preset release -DSALLYPORT_TESTS=OFF >build-configure.log 2>&1 || { cat build-configure.log >&2; exit 1; }
    rm -f build-configure.log
    echo "Building; the first time takes some minutes"
fi
cmake --build --preset release --target sallyport sallyportd sallyport-report -- --quiet

console=build/release/bin/sallyport
daemon=build/release/bin/sallyportd

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ -n "${QT_QPA_PLATFORM:-}" ]; then
    exec "$console" "$@"
fi
exec installer/headless.sh "$daemon" "$@"
