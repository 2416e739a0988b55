#!/usr/bin/env bash
# Counts the instructions that generating takes in a release build. Unlike times, they are nearly the same on any
# machine, so that a step which became slower shows, however little of the whole it is.
#
#   Tests/instructions.sh [GEN]      GEN is a release build with --static-swift-stdlib; .build/release/gen if there is none
#
# Each row is a document with the millions of instructions that it took when the row was written. A tenth more fails; a
# change that is worth them, and another compiler, write other rows.
set -euo pipefail
cd "$(dirname "$0")/.."

gen=${1:-.build/release/gen}
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
failed=0

while read -r document expected; do
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$gen" generate "$document" --output "$output/package" \
        --runtime "$PWD" --name Counted >"$output/log" 2>&1 || { cat "$output/log"; exit 1; }
    rm -rf "$output/package"
    counted=$(awk '/ refs: / { gsub(",", "", $NF); printf "%d", $NF / 1000000 }' "$output/log")
    verdict=
    if [ "$counted" -gt $((expected * 11 / 10)) ]; then
        verdict='  TOO MANY'
        failed=1
    fi
    printf '%7d million of %7d  %s%s\n' "$counted" "$expected" "$document" "$verdict"
done <<'ROWS'
Specs/GenesysCloud/openapi.yaml 983
Specs/SnapTrade/openapi.yaml 222
Tests/Documents/planted.json 291
Tests/GeneratorTests/Cases/pages/spec.yaml 183
ROWS

exit $failed
