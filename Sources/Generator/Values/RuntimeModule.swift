/// A module of the runtime, and what its target depends on.
public enum RuntimeModule: String, CaseIterable, Sendable {
    case patterns = "APIPatterns"
    case runtime = "APIRuntime"
    case oauth = "APIOAuth"
    case signing = "APISigning"
    case testing = "APIRuntimeTesting"
    case logging = "APIRuntimeLogging"
    case metrics = "APIRuntimeMetrics"
    case tracing = "APIRuntimeTracing"
    case asyncHTTPClient = "APIRuntimeAsyncHTTPClient"

    /// The modules of the runtime that it imports.
    var modules: [RuntimeModule] {
        switch self {
        case .patterns: []
        case .runtime: [.patterns]
        case .oauth, .signing, .testing, .logging, .metrics, .tracing, .asyncHTTPClient: [.runtime]
        }
    }

    /// The products of other packages that it imports.
    var products: [PackageProduct] {
        let types = PackageProduct(name: "HTTPTypes", package: .httpTypes)
        return switch self {
        case .patterns, .testing: []
        case .runtime, .oauth: [types]
        case .signing: [PackageProduct(name: "Crypto", package: .crypto), types]
        case .logging: [PackageProduct(name: "Logging", package: .log)]
        case .metrics: [PackageProduct(name: "Metrics", package: .metrics)]
        case .tracing: [PackageProduct(name: "Tracing", package: .distributedTracing)]
        case .asyncHTTPClient:
            [PackageProduct(name: "AsyncHTTPClient", package: .asyncHTTPClient), types]
                + ["NIOCore", "NIOHTTP1"].map { PackageProduct(name: $0, package: .nio) }
                + [
                    PackageProduct(name: "NIOHTTPCompression", package: .nioExtras),
                    PackageProduct(name: "NIOPosix", package: .nio),
                    PackageProduct(name: "NIOSSL", package: .nioSSL),
                ]
        }
    }

    /// The trait of the runtime's package that resolves these products; `nil` if it needs none.
    var trait: String? {
        switch self {
        case .patterns, .runtime, .oauth, .testing: nil
        case .signing: "Signing"
        case .logging: "Logging"
        case .metrics: "Metrics"
        case .tracing: "Tracing"
        case .asyncHTTPClient: "AsyncHTTPClient"
        }
    }
}

/// A product of a package that the runtime depends on.
struct PackageProduct: Hashable {
    let name: String
    let package: Package

    enum Package: String {
        case httpTypes = "swift-http-types"
        case crypto = "swift-crypto"
        case log = "swift-log"
        case metrics = "swift-metrics"
        case distributedTracing = "swift-distributed-tracing"
        case asyncHTTPClient = "async-http-client"
        case nio = "swift-nio"
        case nioExtras = "swift-nio-extras"
        case nioSSL = "swift-nio-ssl"

        var owner: String {
            switch self {
            case .asyncHTTPClient: "swift-server"
            case .httpTypes, .crypto, .log, .metrics, .distributedTracing, .nio, .nioExtras, .nioSSL: "apple"
            }
        }

        /// The lowest version that the runtime takes.
        var version: String {
            switch self {
            case .httpTypes: "1.8.0"
            case .crypto: "4.5.2"
            case .log: "1.16.2"
            case .metrics: "2.13.0"
            case .distributedTracing: "1.7.3"
            case .asyncHTTPClient: "1.37.0"
            case .nio: "2.101.2"
            case .nioExtras: "1.35.2"
            case .nioSSL: "2.37.6"
            }
        }
    }
}
