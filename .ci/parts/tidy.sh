#!/usr/bin/env bash
# clang-tidy with every check of .clang-tidy, those that follow paths through a program too, on what changed in the
# product since a commit: SALLYPORT_TIDY_BASE, or else the last tag, or else where this branch left its upstream. A changed
# header stands for the source of the same name. What is told of files that did not change waits for who changes them.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v clang-tidy >/dev/null || { echo "clang-tidy is not installed"; exit 77; }
base=${SALLYPORT_TIDY_BASE:-}
[ -n "$base" ] || base=$(git describe --tags --abbrev=0 2>/dev/null) || base=$(git merge-base HEAD '@{upstream}' 2>/dev/null) || {
    echo "SALLYPORT_TIDY_BASE must name a commit: there is no tag and no upstream"
    exit 1
}

# One entry a source: neither batches nor precompiled headers, which are another compiler's.
cmake --preset fuzz -B build/tidy -DSALLYPORT_UNITY=OFF -DSALLYPORT_PCH=OFF -DSALLYPORT_TESTS=OFF
changed=build/deep/tidy-changed found=build/deep/tidy-found own=build/deep/tidy-own
git diff --name-only --diff-filter=d "$base" -- backend ui app | grep -E '\.(cpp|h)$' >"$changed" || true
mapfile -t sources < <(sed -E 's/\.h$/.cpp/' "$changed" | sort -u | while read -r source; do [ ! -f "$source" ] || echo "$source"; done)
if [ "${#sources[@]}" -eq 0 ]; then echo "no source changed since $base"; exit 0; fi

# Its own exit code says "something was found", and a source that it could not read is an error among the findings.
printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p build/tidy --quiet >"$found" || true
cat "$found"
sed "s|$PWD/||" "$found" | grep -E '^[^ ]+:[0-9]+:[0-9]+: (warning|error): ' | sort -u | awk -F: -v names="$changed" '
    BEGIN {while ((getline name <names) > 0) changed[name] = 1}
    $1 in changed || / error: /' >"$own" || true
echo "== of what changed"
cat "$own"
echo "$(wc -l <"$own") findings in ${#sources[@]} sources that changed since $base"
[ ! -s "$own" ]
