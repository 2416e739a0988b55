extension SwiftNames {
    /// Types that a generated type must not hide: those that the generated code names, those of Swift that every
    /// program uses, all public ones of the runtime, which callers import beside the client, and words that Swift does
    /// not take as the name of a type.
    static let reservedTypes: Set<String> = swiftTypes.union(runtimeTypes)

    /// Types of the runtime that the generated code does not name, so that a type inside another one may have their names.
    static let reservedModuleTypes: Set<String> = ["Alternative"]

    /// The modules that a client imports, what comes with them, and the others of the runtime's package: names of
    /// targets are unique among all packages of a build.
    static let runtimeModules: Set<String> = [
        "APIOAuth", "APIRuntime", "APISigning", "CYAML", "Generator", "JSONPath", "SourceText", "Templating",
        "YAML",
        "gen", "Crypto", "Dispatch", "Foundation", "FoundationEssentials",
        "FoundationInternationalization", "FoundationNetworking", "FoundationXML", "Glibc", "HTTPTypes",
        "HTTPTypesFoundation", "Observation", "Patterns", "RegexBuilder", "Swift", "SwiftOverlayShims",
        "Synchronization", "_Concurrency", "_StringProcessing", "main",
    ]

    private static let swiftTypes: Set<String> = [
        "Any", "AnyHashable", "AnyObject", "Array", "Bool", "Character", "Codable", "Comparable", "Data",
        "Date", "Decimal", "Decodable", "Decoder", "Dictionary", "Double", "Duration", "Encodable", "Encoder",
        "Equatable", "Error", "Float", "Foundation", "Hashable", "Identifiable", "Int", "Int32", "Int64",
        "Locale", "Never", "Optional", "Protocol", "Result", "Self", "Sendable", "Set", "String", "Swift",
        "Task", "Type", "UInt64", "URL", "UUID", "Void",
    ]

    private static let runtimeTypes: Set<String> = [
        "APIClient", "APIError", "APIResponse", "AuthorizationCode", "AuthorizationError",
        "AuthorizationFailure", "AuthorizationPhase", "AuthorizationRequest", "Authorizer", "Base64URL",
        "BaseURL",
        "CalendarDate", "CallOptions", "Cancellation", "ClientConfiguration", "CookieStyle", "Credential",
        "CredentialLocation", "FailureStatus", "FieldEncoding", "FieldReader", "FieldWriter", "FilePart",
        "FormattedValue",
        "InMemoryTransport", "Indirect", "InvalidRequest", "JSONText", "JSONType", "JSONNumber", "JSONValue",
        "Limit",
        "Limitable", "MissingResponse", "OAuth", "OAuthEndpoints", "OpenEnum", "OpenIntegerEnum", "OpenUnion",
        "OutgoingRequest", "Pages", "Parameter", "ParameterValue", "Patch", "PathStyle", "PayloadDecoding",
        "PayloadMismatch", "QueryStyle", "RateLimit", "Redacted", "Request", "ResponseDecodable",
        "ResponseReader",
        "ResponseStream", "RetryAfter", "Server", "ServerSentEvent", "ServiceClient", "SignedPart",
        "SourceTexts", "StatusFailure", "StreamFormat", "Transport", "TransportError", "TransportFailure",
        "TransportRequest", "TransportResponse", "TransportStream", "URLSessionTransport",
        "UndecodableResponse", "Violation", "HTTPField", "HTTPFields", "HTTPRequest", "HTTPResponse",
    ]

    /// The types around the payloads that a service sends by itself.
    static let webhooks = "Webhooks"
    static let callbacks = "Callbacks"

    /// What every client has, beside its groups of operations.
    static let clientMembers = ["api", "init", "oauthEndpoints", "self", "with", "withResponse"]

    /// What the initialiser of every client names, beside its secrets.
    static let clientParameters = ["api", "configuration", "server"]
}

extension UInt8 {
    /// Whether the name of a module may hold the character.
    var isIdentifierCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
