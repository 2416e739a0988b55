extension SwiftNames {
    /// Names that generated types must not shadow: types used by the generated code, common Swift types, and all public
    /// types of the runtime, which callers import together with the client. Some are not allowed as type names in
    /// Swift.
    static let reservedTypes: Set<String> = swiftTypes.union(runtimeTypes)

    /// Common types and protocols of the Swift standard library, in addition to those in ``reservedTypes``.
    static let standardTypes: Set<String> = [
        "Actor", "AsyncSequence", "AsyncStream", "Clock", "ClosedRange", "Collection",
        "CustomStringConvertible",
        "InlineArray", "IteratorProtocol", "KeyPath", "MainActor", "Mirror", "Numeric",
        "OptionSet", "Range", "RawRepresentable", "Regex", "Sequence", "SetAlgebra", "Slice", "Span",
        "StaticString", "Strideable", "Substring", "TaskGroup", "Unicode", "Unmanaged",
    ]

    /// Types of the runtime that the generated code does not use, so that nested types may have their names.
    static let reservedModuleTypes: Set<String> = ["Alternative"]

    /// The modules that a client imports, their dependencies, and the other modules of the runtime's package: target
    /// names are unique among all packages of a build, whether they are used or not. Of the many modules of the packages
    /// that are not used, those are listed that an API may be called.
    static let runtimeModules: Set<String> = [
        "APIGenClientPlugin", "APIGenCommand", "APIGenCommandPlugin", "APIGenEmbedFiles",
        "APIGenEmbeddedFiles", "APIGenFileEmbedder", "APIGenJSONPath", "APIGenLibYAML", "APIGenSourceText",
        "APIGenTemplating", "APIGenYAML", "APIGenerator", "APIOAuth",
        "APIPatterns", "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeLogging", "APIRuntimeMetrics",
        "APIRuntimeTesting", "APIRuntimeTracing", "APISigning",
        "Algorithms", "AsyncHTTPClient", "Atomics", "Collections", "Configuration", "CoreMetrics", "Crypto",
        "FlyingFox", "Instrumentation", "Logging", "Metrics", "NIO", "Numerics", "ServiceContextModule",
        "ServiceLifecycle", "Tracing", "X509", "Dispatch", "Foundation", "FoundationEssentials",
        "FoundationInternationalization", "FoundationNetworking", "FoundationXML", "Glibc", "HTTPTypes",
        "HTTPTypesFoundation", "Observation", "RegexBuilder", "Swift", "SwiftOverlayShims",
        "Synchronization", "_Concurrency", "_StringProcessing", "main",
    ]

    private static let swiftTypes: Set<String> = [
        "Any", "AnyHashable", "AnyObject", "Array", "Bool", "Character", "Codable", "Comparable", "Data",
        "Date", "Decimal", "Decodable", "Decoder", "Dictionary", "Double", "Duration", "Encodable", "Encoder",
        "Equatable", "Error", "Float", "Foundation", "Hashable", "Identifiable", "Int", "Int32", "Int64",
        "Locale", "Never", "Optional", "Protocol", "Result", "Self", "Sendable", "Set", "String", "Swift",
        "Task", "Type", "UInt64", "URL", "UUID", "Void",
    ]

    static let runtimeTypes: Set<String> = [
        "APIClient", "APIError", "APIResponse", "AnswerDeparture", "AnswerReading", "AuthorizationCode",
        "AuthorizationError",
        "AuthorizationFailure", "AuthorizationPhase", "AuthorizationRequest", "Authorizer", "Base64URL",
        "BaseURL",
        "CalendarDate", "CallOptions", "Cancellation",
        "ClientAuthentication", "ClientConfiguration", "CookieStyle", "Credential",
        "CredentialLocation", "DeviceAuthorization", "EncodedParameter", "EnvironmentLookup",
        "EnvironmentVariables",
        "FailureStatus", "FieldEncoding", "FieldReader", "FieldWriter", "FilePart",
        "FormattedValue",
        "InMemoryTransport", "Indirect", "InvalidRequest", "JSONText", "JSONType", "JSONNumber", "JSONValue",
        "Limit",
        "MissingResponse", "MissingVariables", "OAuth", "OAuthEndpoints", "OpenEnum",
        "OpenIntegerEnum", "OpenUnion",
        "OutgoingRequest", "PageSequence", "Parameter", "ParameterValue", "PropertyPatch", "PathStyle",
        "PayloadDecoding",
        "PayloadMismatch", "QueryStyle", "RateLimit", "RateLimiter", "Redacted", "Request",
        "HeaderValue", "InvalidSignature", "ResponseDecodable", "ResponseHeader", "ResponseLog",
        "RetryBudget", "RetryPolicy", "SchemaSet", "Validatable", "ValidationError", "ValidationOptions",
        "ValueSchema",
        "ClientMiddleware",
        "ResponseLink", "ResponseReader",
        "ResponseStream", "RetryAfter", "APIServer", "ServerSentEvent", "ServiceClient", "SignedPart",
        "SourceTexts", "StatusFailure", "StoredToken", "StreamFormat",
        "TokenStorage", "ClientTransport", "TransportError", "TransportFailure",
        "TransportRequest", "TransportResponse", "TransportStream", "URLSessionTransport",
        "UndecodableResponse", "Violation", "HTTPBody", "HTTPChunks", "HTTPField", "HTTPFields",
        "HTTPFileBody", "HTTPRequest", "HTTPResponse",
        "HTTPStreamBody", "TransferProgress", "WebhookSignature",
    ]

    /// The members of every client in addition to its groups of operations.
    static let clientMembers = ["Headers", "api", "init", "oauthEndpoints", "self", "with", "withResponse"]

    /// The parameters of every client's initializer in addition to its secrets.
    static let clientParameters = ["api", "configuration", "server"]
}

extension API {
    /// The namespaces for the payloads of requests from the service.
    var webhooksType: String { typePrefix + "Webhooks" }
    var callbacksType: String { typePrefix + "Callbacks" }
}
