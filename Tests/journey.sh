#!/usr/bin/env bash
# Goes the way of somebody who adopts the generator, with a copy of the binary, in an empty folder and an empty home:
# a package of a document, in a repository of its own, that an app depends on by URL, beside a second client with a tag
# of the same name, the runtime of this checkout, and targets named as folders of this checkout are. Then the document
# changes. Needs git, and takes a few minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD

swift build --product gen >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/home" "$folder/bin" "$folder/vendor"
cp .build/debug/gen "$folder/bin/gen"
cp -r Specs/SnapTrade "$folder/vendor/SnapTrade"
cd "$folder"
export HOME="$folder/home" XDG_CACHE_HOME="$folder/home/.cache" PATH="$folder/bin:$PATH"

step() { printf -- '-- %s\n' "$*"; }
fail() { echo "error: $*" >&2; exit 1; }

# A package that does not download what this checkout has downloaded.
package() { # folder
    mkdir -p "$1/.build/repositories"
    cp -r "$checkout"/.build/repositories/swift-{asn1,crypto,http-types}-* "$1/.build/repositories"
}

release() { # folder, version
    git -C "$1" init --quiet
    git -C "$1" add --all
    git -C "$1" -c user.name=Vendor -c user.email=vendor@example.com commit --quiet --message "$2"
    git -C "$1" tag "$2"
}

step 'A package of a document'
mkdir brokerages shops
(cd brokerages && gen init ../vendor/SnapTrade/openapi.yaml --package . --module Brokerages && gen && gen --check)
release brokerages 1.0.0
cat >shops/openapi.yaml <<'END'
openapi: 3.1.0
info: {title: Shops, version: 1.0.0}
servers: [{url: "https://shops.example.com"}]
tags: [{name: Connections}]
paths:
  /connections:
    get:
      operationId: listConnections
      tags: [Connections]
      responses:
        "200":
          description: The connections.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Connection"}}}}
components:
  schemas:
    Connection: {type: object, properties: {name: {type: string}}}
END
gen generate shops/openapi.yaml --output Shops

step 'An app with it'
package app
modules=(CYAML Generator JSONPath Patterns SnapTrade SourceText Templating YAML gen)
for module in "${modules[@]}"; do
    mkdir -p "app/Sources/$module"
    echo "public let nameOf$module = \"$module\"" >"app/Sources/$module/Name.swift"
done
mkdir app/Sources/App
cat >app/Package.swift <<END
// swift-tools-version: 6.1
import PackageDescription

let modules = [$(printf '"%s", ' "${modules[@]}")]
let package = Package(
    name: "App",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "file://$folder/brokerages", from: "1.0.0"),
        .package(path: "../Shops"),
        .package(name: "swift-api-gen", path: "$checkout", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: modules.map { .target(name: \$0) } + [
                .product(name: "Brokerages", package: "brokerages"),
                .product(name: "Shops", package: "Shops"),
                .product(name: "APIRuntime", package: "swift-api-gen"),
            ]
        )
    ] + modules.map { .target(name: \$0) }
)
END
main() { # the name of an operation
    printf 'import %s\n' APIRuntime Brokerages Shops "${modules[@]}"
    printf 'print(%s)\n' "$(printf 'nameOf%s, ' "${modules[@]}")JSONValue.null"
    cat <<END
let brokerages = BrokeragesClient(clientID: "MYAPP", consumerKey: "key")
let shops = ShopsClient()
let (ofBrokerages, ofShops) = (brokerages.connections, shops.connections)
func call() async throws {
    _ = try await ofBrokerages.$1(userID: "4711", userSecret: "secret")
    _ = try await ofShops.listConnections()
}
print("connections of", type(of: brokerages), type(of: shops))
END
}
main listBrokerageAuthorizations >app/Sources/App/main.swift
(cd app && swift build 2>&1 | tee ../app.log | tail -n 1) || { cat app.log; exit 1; }
(cd app && swift run --skip-build App) | tee said.txt
grep -q '^connections of BrokeragesClient ShopsClient$' said.txt || fail 'the app says something else'

step 'The vendor changes the document'
sed -i.old 's/listBrokerageAuthorizations/listConnections/' vendor/SnapTrade/endpoints/*.yaml
rm vendor/SnapTrade/endpoints/*.old
status=0
(cd brokerages && gen --check >../check.txt 2>&1) || status=$?
[ "$status" = 1 ] || fail "gen --check ended with $status"
grep -q '^+.*func listConnections(' check.txt || fail 'gen --check does not show the change'
[ -z "$(git -C brokerages status --porcelain)" ] || fail 'gen --check wrote something'

step 'A release with it'
(cd brokerages && gen && gen --check)
release brokerages 1.1.0
(cd app && swift package update 2>&1 | tail -n 1)
if (cd app && swift build >../app.log 2>&1); then fail 'the app calls what is gone'; fi
grep -q "no member 'listBrokerageAuthorizations'" app.log || { cat app.log; exit 1; }
main listConnections >app/Sources/App/main.swift
(cd app && swift build 2>&1 | tee ../app.log | tail -n 1) || { cat app.log; exit 1; }
(cd app && swift run --skip-build App)

step 'The runtime alone, where there is no libyaml'
package small
mkdir -p small/Sources/Small
echo 'import APIRuntime; print(JSONValue.null)' >small/Sources/Small/main.swift
cat >small/Package.swift <<END
// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Small",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "swift-api-gen", path: "$checkout", traits: [])],
    targets: [
        .executableTarget(
            name: "Small", dependencies: [.product(name: "APIRuntime", package: "swift-api-gen")])
    ]
)
END
(cd small && PKG_CONFIG_LIBDIR=/nonexistent swift build 2>&1 | tee ../small.log | tail -n 1) || { cat small.log; exit 1; }
if grep -iE 'libyaml|yaml-0\.1|warning:' small.log; then fail 'the runtime speaks of what it does not need'; fi
identities=$(grep '"identity"' small/Package.resolved | tr -d ' ,')
[ "$identities" = '"identity":"swift-http-types"' ] || fail "the runtime needs $identities"
