#!/usr/bin/env bash
# Generates the documentation of the runtime, of the generated clients and of each golden case with a catalogue, as the
# plugin of swift-docc does, and fails on any warning. Needs the modules that `swift build` leaves behind.
#
#     Tests/documentation.sh [FOLDER...]    of the clients in folders of your own instead
#
# The package does not depend on the plugin: its own checkout would fetch two more packages, and DocC needs no more than
# the symbols of a module that is built.
set -euo pipefail
folders=()
for folder in "$@"; do folders+=("$(cd "$folder" && pwd)"); done
cd "$(dirname "$0")/.."

docc=$(command -v docc || xcrun --find docc)
modules="$(swift build --show-bin-path)/Modules"
maps=$(find .build/checkouts "$modules/.." -name module.modulemap \( -path '*Sources*' -o -path '*.build/module.modulemap' \) | sed 's/^/-Xcc -fmodule-map-file=/')
target=$(swiftc -print-target-info | sed -n 's/^ *"triple": "\(.*\)",/\1/p' | head -1)
sdk=$(xcrun --show-sdk-path 2>/dev/null || true)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

convert() { # module, its symbols, its catalogue or nothing
    local start=$SECONDS count
    if "$docc" convert ${3:+"$3"} --additional-symbol-graph-dir "$2" --output-dir "$work/$1.doccarchive" \
        --fallback-display-name "$1" --fallback-bundle-identifier "$1" --fallback-default-module-kind framework \
        --warnings-as-errors --ide-console-output > "$work/log" 2>&1; then
        echo "$1: no warnings, $((SECONDS - start)) s"
    else
        count=$(grep -c -E ': (warning|error): ' "$work/log" || true)
        echo "$1: $count warnings"
        head -40 "$work/log"
        status=1
    fi
    rm -rf "$work/$1.doccarchive"
}

built() { # module, its catalogue or nothing
    mkdir -p "$work/$1"
    # shellcheck disable=SC2086
    swift symbolgraph-extract -module-name "$1" -I "$modules" ${sdk:+-sdk "$sdk"} $maps -target "$target" \
        -minimum-access-level public -emit-extension-block-symbols -output-dir "$work/$1"
    convert "$1" "$work/$1" "${2:-}"
}

sources() { # a folder with the sources of a client
    local name catalogue
    catalogue=$(find "$1" -maxdepth 1 -name '*.docc')
    name=$(basename "$catalogue" .docc)
    [ -n "$name" ] || name=$(cat "$1/../module" 2>/dev/null || basename "$1"/*Client.swift Client.swift)
    mkdir -p "$work/$name"
    # shellcheck disable=SC2046,SC2086
    swiftc -emit-module -emit-module-path "$work/$name.swiftmodule" -swift-version 6 -module-name "$name" \
        -emit-symbol-graph -emit-symbol-graph-dir "$work/$name" -parse-as-library -package-name swift_api_gen \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility -I "$modules" $maps \
        $(find "$1" "$1/../types" -name '*.swift' 2>/dev/null)
    convert "$name" "$work/$name" "$catalogue"
}

if [ ${#folders[@]} -gt 0 ]; then
    for folder in "${folders[@]}"; do sources "$folder"; done
    exit $status
fi

built APIRuntime Sources/APIRuntime/APIRuntime.docc
for module in APIOAuth APIRuntimeAsyncHTTPClient APIRuntimeLogging APIRuntimeMetrics APIRuntimeTesting APIRuntimeTracing \
    APISigning; do built "$module"; done
for client in Generated/*/; do built "$(basename "$client")" "$client$(basename "$client").docc"; done
for catalogue in Tests/GeneratorTests/Cases/*/expected/*.docc; do sources "$(dirname "$catalogue")"; done
exit $status
