#!/usr/bin/env bash
# Makes a package of each OpenAPI document of a folder, type-checks it with warnings as errors, and prints a table.
#
#   Tests/corpus.sh FOLDER [NAME…]      NAMEs choose documents by a part of their file names
#
# A document is each .yaml, .yml or .json file of the folder, and each such file that says 'openapi:' in a folder
# below it. Diagnostics and compiler output are kept in the folder that the last lines name.
set -uo pipefail
cd "$(dirname "$0")/.."

folder=${1:?usage: Tests/corpus.sh FOLDER [NAME...]}
shift
output=$(mktemp -d)
swift build --product gen >/dev/null && swift build --target APIOAuth >/dev/null \
    && swift build --target APISigning >/dev/null || exit 1
bin=$(swift build --show-bin-path)
maps=$(find .build/checkouts -name module.modulemap -path '*Sources*' | sed 's/^/-Xcc -fmodule-map-file=/')
passed=0
failed=0

documents() {
    find "$folder" -maxdepth 1 -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' \)
    find "$folder" -mindepth 2 -maxdepth 2 -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' \) \
        -exec grep -lE '^ *"?openapi"? *:' {} +
}

check() { # document, module
    timeout 120 "$bin/gen" generate "$1" --output "$output/$2" --name "$2" >"$output/$2.out" 2>"$output/$2.err" || return 1
    # shellcheck disable=SC2046,SC2086
    timeout 600 swiftc -typecheck -wmo -swift-version 6 -warnings-as-errors -module-name "$2" -I "$bin/Modules" $maps \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility $(find "$output/$2/Sources" -name '*.swift') >"$output/$2.swiftc" 2>&1
}

# The share of the document's nodes that shape the code; `lossy` if one of them went missing in silence.
coverage() { # document
    timeout 120 "$bin/gen" coverage "$1" >"$output/$2.coverage" 2>/dev/null || { echo lossy; return; }
    awk '/^all / { printf "%.0f%%", 100 * $3 / $2 }' "$output/$2.coverage"
}

printf '%-34s %-7s %8s %8s %7s %9s %9s %6s\n' document result seconds lines files warnings errors typed
for document in $(documents | LC_ALL=C sort); do
    base=$(basename "$document")
    if [ $# -gt 0 ] && ! grep -qiF -f <(printf '%s\n' "$@") <<<"$base"; then continue; fi
    module="M$(tr -cd '[:alnum:]' <<<"${base%.*}")"
    start=$(date +%s.%N)
    result=passed
    check "$document" "$module" || result=FAILED
    typed=$(coverage "$document" "$module")
    [ "$typed" != lossy ] || result=FAILED
    if [ $result = passed ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    seconds=$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')
    lines=$(find "$output/$module" -name '*.swift' -exec cat {} + 2>/dev/null | wc -l)
    files=$(find "$output/$module" -name '*.swift' 2>/dev/null | wc -l)
    warnings=$(grep -c ': warning: ' "$output/$module.err")
    errors=$(cat "$output/$module.err" "$output/$module.swiftc" 2>/dev/null | grep -c '^[^ ].*error: ')
    printf '%-34s %-7s %8s %8s %7s %9s %9s %6s\n' "$base" "$result" "$seconds" "$lines" "$files" "$warnings" "$errors" "$typed"
done
echo "kept in $output"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
