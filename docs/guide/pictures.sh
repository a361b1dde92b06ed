#!/usr/bin/env bash
# Makes the pictures of this folder anew, from the real window: docs/guide/pictures.sh [BUILD-FOLDER]
# The walk's come from the real services, as a newcomer meets them; those in full use from a made-up clinic in memory.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
export QT_QPA_PLATFORM=offscreen SALLYPORT_PICTURES=$taken
cmake --build "$build" --target ui_walk_tests
"$build"/tests/ui/walk/ui_walk_tests tst_console_walk >/dev/null
"$build"/tests/ui/walk/ui_walk_tests tst_console_pictures states:light-1280 states:dark-1280 operators:light-1280 >/dev/null
"$build"/tests/ui/walk/ui_walk_tests tst_guide_pictures >/dev/null
"$build"/tests/ui/walk/ui_walk_tests tst_playground_walk >/dev/null
"$build"/tests/ui/walk/ui_walk_tests tst_headers_walk >/dev/null
"$build"/tests/ui/walk/ui_walk_tests tst_waiting_change hasRoom:light >/dev/null

keep() { cp "$taken/$1.png" "docs/guide/$2.png"; }
keep walk-1-welcome first-1-welcome
keep walk-6-recovery first-2-recovery-key
keep walk-7-dashboard first-3-server-running
keep walk-8-add-user first-4-add-user
keep walk-9-scan first-5-scan
keep walk-11-events first-6-events
keep walk-12-why first-7-why
keep walk-13-report first-8-report
keep dashboard-light-1280 dashboard-light
keep events-dark-1280 events-dark
keep users-pane-light-1280 users-light
keep keys-new-dark-1280 api-keys-dark
keep auditor-users-light-1280 operators-auditor-light
keep notices-light-1280 operators-notices-light
keep waiting-change-light waiting-change-light

for picture in passkeys users-import sessions records roles access-review; do keep "guide-$picture-light" "$picture-light"; done
keep guide-accounts-light service-accounts-light
keep guide-coverage-light mfa-coverage-light
keep guide-providers-light identity-providers-light
keep guide-providers-test-light identity-provider-test-light
keep guide-policy-light password-policy-light
keep guide-policy-measure-dark password-policy-measure-dark
keep guide-leaks-light leak-scan-light
keep guide-drill-light drill-light
keep guide-incidents-dark incidents-dark
keep guide-alert-rules-light alert-rules-light
keep guide-playground-light playground-light
keep guide-headers-light headers-light
keep guide-policies-light policies-light
keep guide-simulator-light simulator-light
keep guide-detection-light detection-light
keep guide-signing-light signature-lab-light
keep guide-limits-light rate-limits-light
keep guide-threats-dark threats-dark
keep guide-bans-light bans-light
keep guide-events-light events-light
keep guide-outputs-light outputs-light
keep guide-retention-light retention-light
keep guide-history-light history-light
keep guide-reports-light reports-light
keep guide-integrity-light integrity-light
