#!/usr/bin/env bash
# Makes a package of each OpenAPI document of a folder, type-checks it with warnings as errors, and prints a table.
#
#   Tests/corpus.sh FOLDER [NAME…]      NAMEs choose documents by a part of their file names
#
# A document is each .yaml, .yml or .json file of the folder, and each such file that says 'openapi:' in a folder
# below it; where the folder has an outcomes.txt, it is each that is accepted by that. Two are worked on at a time, and
# the table is in the order in which they are done. Diagnostics and compiler output are kept in the folder that the last
# lines name.
set -uo pipefail
cd "$(dirname "$0")/.."

folder=${1:?usage: Tests/corpus.sh FOLDER [NAME...]}
shift
output=$(mktemp -d)
swift build --product gen >/dev/null && swift build --target APIOAuth >/dev/null \
    && swift build --target APISigning >/dev/null || exit 1
bin=$(swift build --show-bin-path)
maps=$(find .build/checkouts -name module.modulemap -path '*Sources*' | sed 's/^/-Xcc -fmodule-map-file=/')
export bin maps output

documents() {
    if [ -f "$folder/outcomes.txt" ]; then
        sed -n "s,^\(.*\): accepted\$,$folder/\1,p" "$folder/outcomes.txt"
        return
    fi
    find "$folder" -maxdepth 1 -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' \)
    find "$folder" -mindepth 2 -maxdepth 2 -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' \) \
        -exec grep -lE '^ *"?openapi"? *:' {} +
}

check() { # document, module
    timeout 120 "$bin/gen" generate "$1" --all --output "$output/$2" --name "$2" >"$output/$2.out" 2>"$output/$2.err" || return 1
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

chosen() { # names
    while read -r document; do
        if [ $# = 0 ] || grep -qiF -f <(printf '%s\n' "$@") <<<"$(basename "$document")"; then echo "$document"; fi
    done
}

row() { # document
    local base module start result typed seconds lines files warnings errors
    base=$(basename "$1")
    module="M$(tr -cd '[:alnum:]' <<<"${base%.*}")"
    start=$(date +%s.%N)
    result=passed
    check "$1" "$module" || result=FAILED
    typed=$(coverage "$1" "$module")
    [ "$typed" != lossy ] || result=FAILED
    seconds=$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')
    lines=$(find "$output/$module" -name '*.swift' -exec cat {} + 2>/dev/null | wc -l)
    files=$(find "$output/$module" -name '*.swift' 2>/dev/null | wc -l)
    warnings=$(grep -c ': warning: ' "$output/$module.err")
    errors=$(cat "$output/$module.err" "$output/$module.swiftc" 2>/dev/null | grep -c '^[^ ].*error: ')
    printf '%-34s %-7s %8s %8s %7s %9s %9s %6s\n' "$base" "$result" "$seconds" "$lines" "$files" "$warnings" "$errors" "$typed"
}
export -f check coverage row

printf '%-34s %-7s %8s %8s %7s %9s %9s %6s\n' document result seconds lines files warnings errors typed
documents | LC_ALL=C sort | chosen "$@" | xargs -P 2 -I {} bash -c 'row "$1"' row {} | tee "$output/table"
passed=$(grep -c ' passed ' "$output/table")
failed=$(grep -c ' FAILED ' "$output/table")
echo "kept in $output"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
