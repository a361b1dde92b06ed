#!/usr/bin/env bash
# Runs a test program at other times than now: in two zones, at four hours, and over the borders of a day, a month, a
# year and 29 February. The zones lie on both sides of UTC and one of them a half hour off, so that UTC's day, its hours
# and those on the wall part in every way that they can.
#   tests/clock/at_hours.sh all|some|zones|once PROGRAM [ARGUMENT...]
#       all    every time of the table below
#       some   six of them, with each hour, zone and kind of border: for programs that take seconds
#       once   over one year's end: for programs that take long
#       zones  noon in both zones: for programs whose clock is injected, but that show it as the wall's
set -euo pipefail
which=$1
shift
command -v faketime >/dev/null || { echo "SKIPPED: faketime is not installed"; exit 77; }

west=America/St_Johns east=Pacific/Kiritimati
# Three tenths of a second before a border: a program that lives for half a second crosses it.
times=(
    "some  $west 2026-11-28 23:05:00"
    "some  $east 2027-06-15 05:59:50"
    "some  $west 2026-11-28 03:10:00"
    "some  $east 2027-04-30 23:59:59.7"
    "some  UTC 2027-12-31 23:59:59.7"
    "some  $west 2028-02-28 23:59:59.7"
    "all   $west 2026-11-28 05:59:50"
    "all   $east 2026-11-28 03:10:00"
    "all   $east 2027-06-15 23:05:00"
    "all   $west 2026-11-28 23:59:59.7"
    "all   $east 2028-02-29 23:59:59.7"
    "zones $west 2027-06-15 12:00:00"
    "zones $east 2026-11-28 12:00:00"
    "once  $west 2027-12-31 23:59:55"
)

output=$(mktemp)
trap 'rm -f "$output"' EXIT
count=0 failed=0
for line in "${times[@]}"; do
    read -r kind zone day time <<<"$line"
    case "$which:$kind" in
        all:all | all:some | all:zones | some:some | zones:zones | once:once) ;;
        *) continue ;;
    esac
    count=$((count + 1))
    # Only the clock on the wall is another one: with the monotonic clock, waits and deadlines would be too. And it goes as
    # fast as ever: faketime's faster clock loses timers that the kernel counts down (timerfd), those of servers among them.
    # By its distance from now: programs that the test starts begin with the test's time, not with the table's.
    from=$(awk '{ printf "%+.3fs", $1 - $2 }' <<<"$(TZ=$zone date -d "$day $time" +%s.%N) $(date +%s.%N)")
    if ! TZ=$zone FAKETIME_DONT_FAKE_MONOTONIC=1 faketime -f "$from" "$@" >"$output" 2>&1; then
        failed=$((failed + 1))
        echo "FAILED at $day $time in $zone"
        grep -v '^PASS ' "$output" || true # what failed isn't lost among what passed
    fi
done
[ "$count" -gt 0 ] || { echo "usage: $0 all|some|zones|once PROGRAM [ARGUMENT...]" >&2; exit 2; }
echo "$count times, $failed of them failed"
[ "$failed" -eq 0 ]
