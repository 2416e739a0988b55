#!/usr/bin/env bash
# Type-checks the generated modules as their users may have set up their own: Swift 6, warnings as errors, and
# either default isolation. Needs the modules that `swift build` leaves behind.
set -euo pipefail
cd "$(dirname "$0")/.."

modules="$(swift build --show-bin-path)/Modules"
maps=$(find .build/checkouts -name module.modulemap -path '*Sources*' | sed 's/^/-Xcc -fmodule-map-file=/')

for module in Generated/*/; do
    for isolation in nonisolated MainActor; do
        echo "$(basename "$module"), default isolation $isolation"
        # shellcheck disable=SC2046,SC2086
        swiftc -typecheck -swift-version 6 -warnings-as-errors -default-isolation "$isolation" \
            -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
            -enable-upcoming-feature MemberImportVisibility -module-name "$(basename "$module")" \
            -package-name swift_api_gen -I "$modules" $maps $(find "$module" -name '*.swift')
    done
done
