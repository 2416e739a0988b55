#!/usr/bin/env bash
# Runs the plugins in a package of its own, which is as the README tells it: a client that is made at build time, from a
# document that changes, and one that is committed. The README's recipes for continuous integration are run there, too.
# Takes a few minutes, most of them for building the tool.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder/home" XDG_CACHE_HOME="$folder/home/.cache"
mkdir -p "$HOME" "$folder/app/Sources/Shop" "$folder/app/.build/repositories" "$folder/bin"
cp -r .build/repositories/swift-{argument-parser,http-types}-* "$folder/app/.build/repositories"
ln -s "$checkout" "$folder/swift-api-gen"
cd "$folder/app"

step() { printf -- '-- %s\n' "$*"; }
fail() { echo "error: $*" >&2; [ ! -f log.txt ] || cat log.txt >&2; exit 1; }
has() { grep -qE -- "$1" log.txt || fail "nothing was said of '$1'"; }
passes() { "$@" >log.txt 2>&1 || fail "$* ended with $?"; }
fails() { if "$@" >log.txt 2>&1; then fail "$* should fail"; fi; }

# The README from a heading to the next one.
section() { awk -v heading="$1" '$0 == heading { on = 1; next } /^##/ { on = 0 } on' "$checkout/README.md"; }

{
    echo '// swift-tools-version: 6.1'
    echo 'import PackageDescription'
    echo 'let package = Package(name: "App", platforms: [.macOS(.v13)],'
    section '### In SwiftPM' | awk '/^```swift/ { on = 1; next } /^```/ { on = 0 } on'
    echo ')'
} >Package.swift

write_document() { # the name of a property, its type
    cat >Sources/Shop/openapi.yaml <<'END'
openapi: 3.1.0
info: {title: Any shop, version: 1.0.0}
servers: [{url: "https://shop.example.com"}]
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "200":
          description: The order.
          content: {application/json: {schema: {$ref: "parts/schemas.yaml#/Order"}}}
END
    mkdir -p Sources/Shop/parts
    printf 'Order:\n  type: object\n  properties:\n    %s:\n      type: %s\n' "$1" "$2" >Sources/Shop/parts/schemas.yaml
}
main() { echo "print(ShopClient.self, Order($1: 4711).$1 ?? 0)" >Sources/Shop/main.swift; }

step 'A client that is made when its target is built'
write_document number integer
main number
passes swift build
has 'Generating the client of Shop'
passes .build/debug/Shop
has '^ShopClient 4711$'
# SwiftPM builds the tool for the plugin, and once more with what plugins of its own package make; then it is at rest.
passes swift build
passes swift build
if grep -q Generating log.txt; then fail 'nothing has changed, and the client is generated'; fi

step 'A change of what the document refers to'
write_document total integer
fails swift build
has "main\.swift:1:[0-9]+: error: .*no member 'number'"
main total
passes swift build
passes .build/debug/Shop

step 'Mistakes in it'
write_document total intger
passes swift build
has 'parts/schemas\.yaml:5:13: warning: .*\[unknown-value\]'
printf 'rules:\n  unknown-value: error\n' >Sources/Shop/gen.yaml
fails swift build
has 'parts/schemas\.yaml:5:13: error: .*\[unknown-value\]'
mv Sources/Shop/openapi.yaml openapi.yaml
fails swift build
has "error: the target 'Shop' has no document: there is no openapi\.yaml"
mv openapi.yaml Sources/Shop/openapi.yaml
write_document total integer
rm Sources/Shop/gen.yaml
passes swift build

step 'A client that is committed'
plugin="$(section '### In SwiftPM' | sed -n 's/^    \(swift package .*\) --help$/\1/p')"
# shellcheck disable=SC2086
passes_plugin() { passes $plugin "$@"; }
passes_plugin --help
has 'OVERVIEW: Generates Swift clients'
passes_plugin init Sources/Shop/openapi.yaml --package Clients/Shop
passes_plugin
has 'Shop: [0-9]+ files, [0-9]+ written'
[ -f Clients/Shop/Package.swift ] || fail 'there is no client'
# shellcheck disable=SC2086
fails $plugin generate none.yaml --output Clients/None
has "error: there is no file 'none\.yaml'"
has 'error: gen ended with exit code 2'

step 'Whether it is current'
passes swift build --package-path "$checkout" --scratch-path "$checkout/.build" --product gen
ln -s "$checkout/.build/debug/gen" "$folder/bin/gen"
workflow=$(section '## Keep a client current' | sed -n 's/^      - run: \(swift .*\)$/\1/p')
shell=$(section '## Keep a client current' | sed -n 's/^    \(gen --check .*\)$/\1/p')
[ -n "$workflow" ] && [ -n "$shell" ] || fail 'the README has no recipes'
passes bash -c "$workflow"
PATH="$folder/bin:$PATH" passes bash -c "$shell"
write_document sum integer
fails bash -c "$workflow"
has '^\+.*var sum: Int'
has '::error title=outdated-output::'
PATH="$folder/bin:$PATH" fails bash -c "$shell"
has 'run gen, and commit what it writes'
