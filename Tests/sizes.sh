#!/usr/bin/env bash
# Prints how large the files and functions of Sources are, against the targets, and fails if one is missed:
# median file at most 120 lines and none above 400; median function at most 9 lines, p90 at most 20, none
# above 40. A function begins where its declaration ends in `{` and ends at the `}` of the same indentation.
set -euo pipefail
cd "$(dirname "$0")/.."

files=$(find Sources -name '*.swift' | LC_ALL=C sort)

measure() { # name, targets for median, p90 and maximum ('-' for none); reads "size place" lines
    sort -n | awk -v name="$1" -v median="$2" -v p90="$3" -v most="$4" '
        function at(share,  i) { i = int(NR * share + 0.999999); return size[i < 1 ? 1 : i] }
        { size[NR] = $1; place[NR] = $2 }
        END {
            printf "%-10s %5d  median %3d (at most %s)  p90 %3d (at most %s)  max %3d (at most %s)  %s\n",
                name, NR, at(0.5), median, at(0.9), p90, size[NR], most, place[NR]
            if (at(0.5) > median || (p90 != "-" && at(0.9) > p90) || size[NR] > most) exit 1
        }'
}

status=0
for file in $files; do echo "$(wc -l < "$file") $file"; done | measure files 120 - 400 || status=1

# shellcheck disable=SC2086
awk '
    FNR == 1 { depth = 0 }
    { match($0, /^ */); indent = RLENGTH }
    # A one-line body.
    /^ *([a-z@_]+(\([a-zA-Z]+\))? )*(func |init[?(<]|subscript).*\{.*\}$/ { print 1, FILENAME ":" FNR; next }
    # A declaration, perhaps over several lines, that opens a body.
    /^ *([a-z@_]+(\([a-zA-Z]+\))? )*(func |init[?(<]|subscript)/ { start = FNR; at = indent; pending = /[({]$/ }
    pending && /\{$/ { depth++; starts[depth] = start; indents[depth] = at; pending = 0; next }
    depth && /^ *\}/ && indent == indents[depth] { print FNR - starts[depth] + 1, FILENAME ":" starts[depth]; depth-- }
' $files | measure functions 9 20 40 || status=1
exit $status
