#!/usr/bin/env bash
# Type-checks the generated modules as their users may have set up their own: Swift 6, warnings as errors, and
# either default isolation. Needs the modules that `swift build` leaves behind.
set -euo pipefail
cd "$(dirname "$0")/.."

modules="$(swift build --show-bin-path)/Modules"
maps=$(find .build/checkouts -name module.modulemap -path '*Sources*' | sed 's/^/-Xcc -fmodule-map-file=/')

# The golden cases are modules, too. A module has the name of its client, unless a file beside it says another, and a
# folder `types` beside it holds what its user adds.
for module in Generated/*/ Tests/GeneratorTests/Cases/*/expected/; do
    name=$(cat "$module/../module" 2>/dev/null || basename "$module"/*Client.swift Client.swift)
    types=$(find "$module/.." -path '*/types/*.swift' -maxdepth 2)
    for isolation in nonisolated MainActor; do
        echo "$module: $name, default isolation $isolation"
        # shellcheck disable=SC2046,SC2086
        swiftc -typecheck -swift-version 6 -warnings-as-errors -default-isolation "$isolation" \
            -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
            -enable-upcoming-feature MemberImportVisibility -module-name "$name" \
            -package-name swift_api_gen -I "$modules" $maps $types $(find "$module" -name '*.swift')
    done
done
