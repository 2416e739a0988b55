// swift-tools-version: 6.1

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

extension Target.Dependency {
    /// A product of a package that is resolved only where the trait is enabled.
    static func product(_ name: String, of package: String, for trait: String) -> Target.Dependency {
        .product(name: name, package: package, condition: .when(traits: [trait]))
    }
}

extension Target {
    /// The client of a case, for tests to call.
    static func client(
        _ name: String,
        of folder: String,
        dependencies: [Dependency] = ["APIRuntime"],
    ) -> Target {
        .target(
            name: name,
            dependencies: dependencies,
            path: "Tests/GeneratorTests/Cases/\(folder)/expected",
        )
    }
}

let package = Package(
    name: "swift-api-gen",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .visionOS(.v1)],
    products: [
        .library(name: "APIOAuth", targets: ["APIOAuth"]),
        .library(name: "APIRuntime", targets: ["APIRuntime"]),
        .library(name: "APIRuntimeAsyncHTTPClient", targets: ["APIRuntimeAsyncHTTPClient"]),
        .library(name: "APIRuntimeLogging", targets: ["APIRuntimeLogging"]),
        .library(name: "APIRuntimeMetrics", targets: ["APIRuntimeMetrics"]),
        .library(name: "APIRuntimeTesting", targets: ["APIRuntimeTesting"]),
        .library(name: "APIRuntimeTracing", targets: ["APIRuntimeTracing"]),
        .library(name: "APISigning", targets: ["APISigning"]),
        .executable(name: "gen", targets: ["APIGenCommand"]),
        .plugin(name: "APIClientGenerator", targets: ["APIGenClientPlugin"]),
        .plugin(name: "GenerateAPIClients", targets: ["APIGenCommandPlugin"]),
    ],
    traits: [
        .trait(name: "AsyncHTTPClient", description: "For APIRuntimeAsyncHTTPClient."),
        .trait(name: "Generator", description: "For gen and the plugins."),
        .trait(name: "Logging", description: "For APIRuntimeLogging."),
        .trait(name: "Metrics", description: "For APIRuntimeMetrics."),
        .trait(name: "Signing", description: "For APISigning."),
        .trait(name: "Tracing", description: "For APIRuntimeTracing."),
        .default(
            enabledTraits: ["AsyncHTTPClient", "Generator", "Logging", "Metrics", "Signing", "Tracing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // The generator. The names of its modules have a prefix, as they have to be unique in any app with this package.
        .systemLibrary(
            name: "APIGenLibYAML",
            path: "Sources/CYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])],
        ),
        .target(name: "APIGenSourceText", path: "Sources/SourceText"),
        .target(
            name: "APIGenYAML", dependencies: ["APIGenLibYAML", "APIGenSourceText"], path: "Sources/YAML"),
        .target(
            name: "APIGenJSONPath", dependencies: ["APIGenSourceText", "APIGenYAML"],
            path: "Sources/JSONPath"),
        .target(
            name: "APIGenTemplating", dependencies: ["APIGenSourceText"], path: "Sources/Templating"),
        .target(
            name: "APIGenerator",
            dependencies: [
                "APIGenJSONPath", "APIGenSourceText", "APIGenTemplating", "APIGenYAML", "APIPatterns",
            ],
            path: "Sources/Generator",
            exclude: ["README.md"],
        ),
        .executableTarget(name: "APIGenFileEmbedder", path: "Sources/FileEmbedder"),
        .plugin(
            name: "APIGenEmbedFiles", capability: .buildTool(), dependencies: ["APIGenFileEmbedder"],
            path: "Sources/EmbedFiles"),
        .target(
            name: "APIGenEmbeddedFiles", path: "Sources/EmbeddedFiles", plugins: ["APIGenEmbedFiles"]),
        .executableTarget(
            name: "APIGenCommand",
            dependencies: [
                "APIGenEmbeddedFiles", "APIGenSourceText", "APIGenerator",
                .product("ArgumentParser", of: "swift-argument-parser", for: "Generator"),
            ],
            path: "Sources/gen",
        ),
        .plugin(
            name: "APIGenClientPlugin", capability: .buildTool(), dependencies: ["APIGenCommand"],
            path: "Sources/ClientPlugin"),
        .plugin(
            name: "APIGenCommandPlugin",
            capability: .command(
                intent: .custom(
                    verb: "generate-api-clients",
                    description: "Run gen, which generates API clients of OpenAPI documents."),
                permissions: [
                    .writeToPackageDirectory(reason: "Clients are written where the arguments say.")
                ]),
            dependencies: ["APIGenCommand"],
            path: "Sources/CommandPlugin",
        ),

        // What generated code stands on.
        .target(name: "APIPatterns"),
        .target(
            name: "APIRuntime",
            dependencies: ["APIPatterns", .product(name: "HTTPTypes", package: "swift-http-types")],
        ),
        .target(
            name: "APIRuntimeAsyncHTTPClient",
            dependencies: [
                "APIRuntime",
                .product("AsyncHTTPClient", of: "async-http-client", for: "AsyncHTTPClient"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product("NIOCore", of: "swift-nio", for: "AsyncHTTPClient"),
                .product("NIOHTTP1", of: "swift-nio", for: "AsyncHTTPClient"),
                .product("NIOHTTPCompression", of: "swift-nio-extras", for: "AsyncHTTPClient"),
                .product("NIOPosix", of: "swift-nio", for: "AsyncHTTPClient"),
                .product("NIOSSL", of: "swift-nio-ssl", for: "AsyncHTTPClient"),
            ],
        ),
        .target(
            name: "APIRuntimeLogging",
            dependencies: [
                "APIRuntime",
                .product("Logging", of: "swift-log", for: "Logging"),
            ],
        ),
        .target(
            name: "APIRuntimeMetrics",
            dependencies: [
                "APIRuntime",
                .product("Metrics", of: "swift-metrics", for: "Metrics"),
            ],
        ),
        .target(
            name: "APIRuntimeTracing",
            dependencies: [
                "APIRuntime",
                .product("Tracing", of: "swift-distributed-tracing", for: "Tracing"),
            ],
        ),
        .target(name: "APIRuntimeTesting", dependencies: ["APIRuntime"]),
        .target(
            name: "APISigning",
            dependencies: [
                "APIRuntime",
                .product("Crypto", of: "swift-crypto", for: "Signing"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),
        .target(
            name: "APIOAuth",
            dependencies: [
                "APIRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),

        // Generated code.
        .target(
            name: "GenesysCloud",
            dependencies: ["APIOAuth", "APIRuntime"],
            path: "Generated/GenesysCloud",
            exclude: ["Documentation"],
        ),
        .target(
            name: "SnapTrade",
            dependencies: ["APIRuntime", "APISigning"],
            path: "Generated/SnapTrade",
            exclude: ["Documentation"],
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
        .testTarget(name: "SourceTextTests", dependencies: ["APIGenSourceText"]),
        .testTarget(name: "PatternsTests", dependencies: ["APIPatterns"]),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "APIRuntime", "APIGenerator", "APIGenSourceText", "APIGenTemplating", "APIGenYAML",
            ],
            path: "Tests/Fuzzing/FuzzTargets",
        ),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["Blocking", "FuzzTargets"],
            path: "Tests/Fuzzing/FuzzTests",
        ),
        .testTarget(name: "YAMLTests", dependencies: ["APIGenSourceText", "APIGenYAML"], exclude: ["Cases"]),
        .testTarget(
            name: "JSONPathTests", dependencies: ["APIGenJSONPath", "APIGenSourceText", "APIGenYAML"]),
        .testTarget(
            name: "TemplatingTests", dependencies: ["APIGenSourceText", "APIGenTemplating"],
            exclude: ["Cases"]),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["Blocking", "APIGenerator", "APIGenSourceText", "APIGenTemplating", "APIGenYAML"],
            exclude: ["Cases"],
        ),
        .testTarget(
            name: "GenTests",
            dependencies: [
                "APIGenCommand", "APIGenEmbeddedFiles", "APIRuntime", "APIRuntimeTesting", "Blocking",
            ],
            exclude: ["Cases"]),
        .client("OrderParameters", of: "parameters"),
        .client("OrderModels", of: "properties"),
        .client("OrderChanges", of: "changes"),
        .client("OrderSecurity", of: "security"),
        .client("OrderPages", of: "pagination"),
        .client("FoundPages", of: "pages-by-names"),
        .client("GroupProtocols", of: "protocols"),
        .client("ResponseLinks", of: "links"),
        .testTarget(
            name: "ShopTests",
            dependencies: [
                "APIRuntime", "FoundPages", "GroupProtocols", "OrderChanges",
                "OrderModels",
                "OrderPages", "OrderParameters", "OrderSecurity", "ResponseLinks",
            ],
        ),
        .client("Methods", of: "methods", dependencies: ["APIOAuth", "APIRuntime"]),
        .client("QueryStrings", of: "query-strings"),
        .client("PathItems", of: "path-items"),
        .client("Hooks", of: "webhooks-and-callbacks", dependencies: ["APIRuntime", "APISigning"]),
        .client("ParameterStyles", of: "parameter-styles"),
        .client("ObjectParameters", of: "parameters-of-objects"),
        .client("ReservedCharacters", of: "reserved-characters"),
        .client("OperationServers", of: "servers-of-operations"),
        .client("FormBodies", of: "form-bodies"),
        .client("MultipartBodies", of: "multipart"),
        .client("PlainBodies", of: "text-and-byte-bodies"),
        .client("JSONBodies", of: "json-bodies"),
        .client("ChosenBodies", of: "bodies-of-choice"),
        .client("StatusResults", of: "results-by-status"),
        .client("MediaResults", of: "results-by-media-type"),
        .client("LineStreams", of: "streams-of-lines"),
        .client("EventStreams", of: "streams-of-events"),
        .client("RequestedStreams", of: "streams-on-request"),
        .testTarget(
            name: "WireTests",
            dependencies: [
                "APIRuntime", "APISigning", "ChosenBodies", "EventStreams", "FormBodies", "Hooks",
                "JSONBodies",
                "LineStreams", "Loopback", "MediaResults", "Methods", "MultipartBodies", "ObjectParameters",
                "OperationServers", "ParameterStyles", "PathItems", "PlainBodies", "QueryStrings",
                "RequestedStreams", "ReservedCharacters", "StatusResults",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
        ),
        .client("Recursion", of: "recursion"),
        .testTarget(name: "RecursionTests", dependencies: ["APIRuntime", "Recursion"]),
        .client("ReferredSchemas", of: "references"),
        .client("Enumerations", of: "enumerations"),
        .client("TypesAndConstants", of: "types-and-constants"),
        .client("NullValues", of: "nullable"),
        .client("Limits", of: "limits"),
        .client("AllOf", of: "all-of"),
        .client("OpenObjects", of: "additional-properties"),
        .client("AccessRules", of: "read-and-write-only"),
        .client("Conditions", of: "conditions"),
        .client("TupleLists", of: "tuples"),
        .client("DiscriminatorValues", of: "discriminator-values"),
        .client("DiscriminatedUnions", of: "unions-by-discriminator"),
        .client("ConstantUnions", of: "unions-by-constant"),
        .client("MemberUnions", of: "unions-by-members"),
        .client("TypedUnions", of: "unions-by-type"),
        .client("TextUnions", of: "unions-of-texts"),
        .client("NestedUnions", of: "unions-in-unions"),
        .client("SharedUnions", of: "unions-beside-properties"),
        .client("Validation", of: "validation"),
        // The types of the user: one in the client's module, and others in a module of their own.
        .target(name: "Geography", path: "Tests/Geography"),
        .target(
            name: "OwnTypes",
            dependencies: ["APIRuntime", "Geography"],
            path: "Tests/GeneratorTests/Cases/own-types",
            exclude: ["gen.yaml", "module", "spec.yaml"],
            sources: ["expected", "types"],
        ),
        .testTarget(
            name: "SchemasTests",
            dependencies: [
                "AccessRules", "AllOf", "APIRuntime", "Conditions", "ConstantUnions", "DiscriminatedUnions",
                "DiscriminatorValues", "Enumerations", "Geography", "Limits", "MemberUnions", "NestedUnions",
                "NullValues", "OpenObjects", "OwnTypes", "ReferredSchemas", "SharedUnions", "TextUnions",
                "TupleLists", "TypedUnions",
                "TypesAndConstants", "Validation",
            ],
        ),
        .client("Formats", of: "formats"),
        .testTarget(
            name: "FormatsTests",
            dependencies: [
                "APIRuntime", "Formats", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
        ),
        .client("ChatService", of: "quick-start-chat"),
        .client("MediaService", of: "quick-start-media"),
        .client("FileService", of: "quick-start-files"),
        .client("MessageService", of: "quick-start-messages"),
        .client("MetricService", of: "quick-start-metrics"),
        .client("BookingService", of: "quick-start-bookings"),
        .client("JobService", of: "quick-start-jobs"),
        .client("GameService", of: "quick-start-games"),
        .client("PaymentService", of: "quick-start-payments"),
        .testTarget(
            name: "QuickStartTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "BookingService", "ChatService", "FileService", "GameService",
                "GenesysCloud", "JobService", "Loopback", "MediaService", "MessageService", "MetricService",
                "PaymentService",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
        ),
        .client("API", of: "reserved-names"),
        .client("GroupNames", of: "names-of-groups"),
        .client("ServerNames", of: "names-of-servers"),
        .client("ResultNames", of: "names-of-results"),
        .client("EqualNames", of: "names-that-come-to-one"),
        .client("UncasedNames", of: "names-without-capitals"),
        .testTarget(
            name: "NamesTests",
            dependencies: [
                "API", "APIRuntime", "EqualNames", "GroupNames", "ResultNames", "ServerNames", "UncasedNames",
            ],
        ),
        .testTarget(
            name: "APIRuntimeTests",
            dependencies: [
                "APIRuntime", "APISigning", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
        ),
        .testTarget(
            name: "APIRuntimeObservabilityTests",
            dependencies: [
                "APIRuntime", "APIRuntimeLogging", "APIRuntimeMetrics", "APIRuntimeTracing", "APISigning",
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
        ),
        .testTarget(
            name: "APIRuntimeTestingTests",
            dependencies: ["APIRuntime", "APIRuntimeTesting", "APISigning"],
        ),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeTracing", "Loopback",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
        ),
        .testTarget(
            name: "ReferenceTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "GenesysCloud", "APIGenerator", "Loopback", "SnapTrade",
                "APIGenSourceText",
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
            dependencies: [
                "APIOAuth", "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeLogging",
                "APIRuntimeMetrics", "APIRuntimeTesting", "APIRuntimeTracing", "Blocking", "FileService",
                "GenesysCloud", "RequestedStreams", "SnapTrade",
                .product(name: "Logging", package: "swift-log"),
            ],
        ),
        .testTarget(
            name: "APIOAuthTests",
            dependencies: [
                "APIOAuth", "APIRuntime", "Loopback",
                .product(name: "Crypto", package: "swift-crypto"),
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

for target in package.targets where ![.plugin, .system].contains(target.type) {
    target.swiftSettings = swiftSettings
}
