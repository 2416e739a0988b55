#!/usr/bin/env bash
# Makes a package with tests of each document's operations against the document, runs them, and counts.
#
#   Tests/verify.sh DOCUMENT...
#
# Whatever fails is printed, and the exit code is 1 then.
set -uo pipefail
cd "$(dirname "$0")/.."

[ $# -gt 0 ] || { echo 'usage: Tests/verify.sh DOCUMENT...'; exit 64; }
swift build --product gen >/dev/null || exit 1
gen=$(swift build --show-bin-path)/gen
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

for document in "$@"; do
    rm -rf "$work/package"
    if ! "$gen" verify "$document" --output "$work/package" --name Verified --runtime vendored \
        --rule unaccounted=warn >"$work/gen" 2>&1; then
        printf '%s: no client\n' "$document"
        grep ' error: ' "$work/gen" | head -3
        status=1
        continue
    fi
    tests=$(cat "$work"/package/Tests/VerifiedTests/*.swift | grep -c '@Test func')
    swift test --package-path "$work/package" >"$work/log" 2>&1 || status=1
    passed=$(grep -c '^✔ Test .*() passed' "$work/log")
    printf '%s: %s of %s tests passed\n' "$document" "$passed" "$tests"
    grep -E '^✘ Test .* recorded| error: ' "$work/log" | cut -c1-400 | head -20
    [ "$passed" = "$tests" ] && [ "$tests" -gt 0 ] || status=1
done
exit "$status"
