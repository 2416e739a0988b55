// swift-tools-version: 6.1

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "swift-api-gen",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "APIOAuth", targets: ["APIOAuth"]),
        .library(name: "APIRuntime", targets: ["APIRuntime"]),
        .library(name: "APISigning", targets: ["APISigning"]),
        .library(name: "GenesysCloud", targets: ["GenesysCloud"]),
        .library(name: "SnapTrade", targets: ["SnapTrade"]),
        .executable(name: "gen", targets: ["gen"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // The generator.
        .systemLibrary(
            name: "CYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])],
        ),
        .target(name: "SourceText"),
        .target(name: "Patterns"),
        .target(name: "YAML", dependencies: ["CYAML", "SourceText"]),
        .target(name: "JSONPath", dependencies: ["SourceText", "YAML"]),
        .target(name: "Templating", dependencies: ["SourceText"]),
        .target(
            name: "Generator",
            dependencies: ["JSONPath", "Patterns", "SourceText", "Templating", "YAML"],
            exclude: ["README.md"],
        ),
        .executableTarget(
            name: "gen",
            dependencies: [
                "Generator", "SourceText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
        ),

        // What generated code stands on.
        .target(
            name: "APIRuntime",
            dependencies: ["Patterns", .product(name: "HTTPTypes", package: "swift-http-types")],
        ),
        .target(
            name: "APISigning",
            dependencies: [
                "APIRuntime",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),
        .target(
            name: "APIOAuth",
            dependencies: [
                "APIRuntime",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),

        // Generated code.
        .target(
            name: "GenesysCloud",
            dependencies: ["APIOAuth", "APIRuntime"],
            path: "Generated/GenesysCloud",
        ),
        .target(
            name: "SnapTrade",
            dependencies: ["APIRuntime", "APISigning"],
            path: "Generated/SnapTrade",
        ),

        // Tests.
        .target(name: "Blocking", path: "Tests/Blocking"),
        .target(
            name: "Loopback",
            dependencies: [
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            path: "Tests/Loopback",
        ),
        .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
        .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),
        .target(
            name: "FuzzTargets",
            dependencies: ["APIRuntime", "Generator", "SourceText", "Templating", "YAML"],
            path: "Tests/Fuzzing/FuzzTargets",
        ),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["Blocking", "FuzzTargets"],
            path: "Tests/Fuzzing/FuzzTests",
        ),
        .testTarget(name: "YAMLTests", dependencies: ["SourceText", "YAML"], exclude: ["Cases"]),
        .testTarget(name: "JSONPathTests", dependencies: ["JSONPath", "SourceText", "YAML"]),
        .testTarget(name: "TemplatingTests", dependencies: ["SourceText", "Templating"], exclude: ["Cases"]),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["Blocking", "Generator", "SourceText", "Templating", "YAML"],
            exclude: ["Cases"],
        ),
        .testTarget(name: "GenTests", dependencies: ["Blocking", "gen"]),
        .target(
            name: "Shop",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/orders/expected",
        ),
        .testTarget(name: "ShopTests", dependencies: ["APIRuntime", "Shop"]),
        .target(
            name: "Wire",
            dependencies: ["APIOAuth", "APIRuntime"],
            path: "Tests/GeneratorTests/Cases/wire/expected",
        ),
        .testTarget(
            name: "WireTests",
            dependencies: [
                "APIRuntime", "Loopback", "Wire",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
        ),
        .target(
            name: "Unions",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/unions/expected",
        ),
        .target(
            name: "Recursion",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/recursion/expected",
        ),
        .testTarget(name: "RecursionTests", dependencies: ["APIRuntime", "Recursion"]),
        .testTarget(name: "UnionsTests", dependencies: ["APIRuntime", "Unions"]),
        .target(
            name: "Schemas",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/schemas/expected",
        ),
        .testTarget(name: "SchemasTests", dependencies: ["APIRuntime", "Schemas"]),
        .target(
            name: "Formats",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/formats/expected",
        ),
        .testTarget(
            name: "FormatsTests",
            dependencies: [
                "APIRuntime", "Formats", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
        ),
        .target(
            name: "QuickStarts",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/quick-starts/expected",
        ),
        .testTarget(
            name: "QuickStartTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "GenesysCloud", "Loopback", "QuickStarts",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
        ),
        .target(
            name: "API",
            dependencies: ["APIRuntime"],
            path: "Tests/GeneratorTests/Cases/names/expected",
        ),
        .testTarget(name: "NamesTests", dependencies: ["API", "APIRuntime"]),
        .testTarget(
            name: "APIRuntimeTests",
            dependencies: [
                "APIRuntime", "APISigning", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),
        .testTarget(
            name: "ReferenceTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "GenesysCloud", "Generator", "Loopback", "SnapTrade",
                "SourceText",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["README.md", "operations.csv", "Samples"],
        ),
        .testTarget(
            name: "GenesysCloudTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "GenesysCloud", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),
        .testTarget(
            name: "ReadmeTests",
            dependencies: ["APIOAuth", "APIRuntime", "GenesysCloud", "SnapTrade", "Wire"],
        ),
        .testTarget(
            name: "APIOAuthTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),
        .testTarget(
            name: "SnapTradeTests",
            dependencies: [
                "APIRuntime", "Loopback", "SnapTrade",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["Samples"],
        ),
    ],
    swiftLanguageModes: [.v6],
)

// libFuzzer brings a main function of its own, which only its own build has.
if Context.environment["FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "Fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Fuzzer"))
}

for target in package.targets where target.type != .system {
    target.swiftSettings = swiftSettings
}
