import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    struct SecurityScheme: Sendable {
        enum Kind: Sendable {
            case apiKey(location: Parameter.Location, name: String, source: KeySource)
            case http(scheme: String)
            case oauth2(OAuthEndpoints)
            case openIDConnect(discovery: String?)
            case mutualTLS
        }

        /// Where the value of an API key comes from.
        enum KeySource: Sendable {
            case caller
            /// The time of sending, in seconds since 1970 (`x-unix-time`).
            case unixTime
            /// A signature over the final request (`x-signature`).
            case signature(Signature)
        }

        let node: Node
        let name: String
        let kind: Kind
        let description: Prose?
        /// The format of the bearer token (`bearerFormat`).
        let tokenFormat: Prose?
        /// The OpenID Connect discovery URL (`openIdConnectUrl`).
        let discovery: Prose?
        let swiftName: SwiftName?
        let range: SourceRange
    }

    /// The OAuth endpoints. The URLs may contain server variables in braces.
    struct OAuthEndpoints: Sendable {
        var authorization: String?
        var token: String?
        /// The URL for refreshing tokens, if it is not the token URL.
        var refresh: String?
        /// The URL of the device authorization endpoint (RFC 8628).
        var deviceAuthorization: String?
        /// The OpenID Connect discovery URL.
        var discovery: String?
    }

    struct Signature: Sendable {
        enum Part: String, Sendable, CaseIterable {
            case body, path, query, method
        }

        /// The name of the secret used as the signing key.
        let key: Located<String>
        let message: [(member: String, part: Part)]
    }

    /// Schemes that are needed together.
    struct SecurityRequirement: Sendable {
        let schemes: [Located<String>]
        /// The scopes or roles required for each scheme.
        let scopes: [[Prose]]
    }
}

extension OpenAPI.SecurityRequirement {
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self]? {
        node.map { decoder.list($0, of: "security requirements") { Self($1, by: &$0) } }
    }

    private init(_ node: Node, by decoder: inout SpecDecoder) {
        let entries = decoder.entries(node, of: "security requirement") { decoder, entry in
            decoder.locatedText(entry.name).map { name in
                (name, scopes: decoder.list(entry.value, of: "scopes") { $0.prose($1) })
            }
        }
        self.init(schemes: entries.map(\.0), scopes: entries.map(\.scopes))
    }
}

extension OpenAPI.SecurityScheme {
    init?(_ reference: Node, named name: Node, by decoder: inout SpecDecoder) {
        guard let node = decoder.follow(reference)?.node,
            var object = decoder.object(node, as: "security scheme")
        else { return nil }
        defer { decoder.finish(object) }
        let swiftName = OpenAPI.SwiftName(in: &object, by: &decoder)
        let description = decoder.prose(object["description"])
        if decoder.minorVersion >= 2 { object.drop("deprecated") }
        let metadata = decoder.minorVersion < 2 ? nil : decoder.prose(object["oauth2MetadataUrl"])
        guard let kind = Kind(in: &object, by: &decoder) else { return nil }
        // These fields do not belong to other types of schemes, where they are reported as unknown.
        let tokenFormat = object.knows("bearerFormat") ? decoder.prose(object["bearerFormat"]) : nil
        let discoveryURL = object.knows("openIdConnectUrl") ? object["openIdConnectUrl"] : nil
        let discovery = decoder.prose(discoveryURL)
        decoder.record.note(discoveryURL, as: .typed)
        self.init(
            node: node,
            name: name.text ?? "",
            kind: kind,
            description: description,
            tokenFormat: tokenFormat,
            discovery: discovery ?? metadata,
            swiftName: swiftName,
            range: name.range,
        )
    }
}

extension OpenAPI.SecurityScheme.Kind {
    private enum Name: String, CaseIterable {
        case apiKey, http, oauth2, openIdConnect, mutualTLS
    }

    fileprivate init?(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        guard let type = decoder.required("type", in: &object) else { return nil }
        switch decoder.choice(type, of: Name.self, as: "a type of security scheme") {
        case .apiKey: self.init(apiKey: &object, by: &decoder)
        case .http:
            _ = object["bearerFormat"]
            guard let scheme = decoder.text(decoder.required("scheme", in: &object)) else { return nil }
            self = .http(scheme: scheme.lowercased())
        case .oauth2:
            guard let flows = decoder.required("flows", in: &object) else { return nil }
            self = .oauth2(OpenAPI.OAuthEndpoints(ofFlows: flows, by: &decoder))
        case .openIdConnect:
            self = .openIDConnect(
                discovery: decoder.text(decoder.required("openIdConnectUrl", in: &object)))
        case .mutualTLS: self = .mutualTLS
        case nil:
            object.acceptAll()
            return nil
        }
    }

    private init?(apiKey object: inout ObjectFields, by decoder: inout SpecDecoder) {
        let place = decoder.choice(
            decoder.required("in", in: &object), of: KeyPlace.self, as: "a place of an API key")
        let name = decoder.locatedText(decoder.required("name", in: &object))
        let source = OpenAPI.SecurityScheme.KeySource(in: &object, by: &decoder)
        guard let place, let name else { return nil }
        if !place.takes(name.value) { decoder.diagnostics.report(.invalidKeyName(name, in: place.rawValue)) }
        self = .apiKey(location: place.location, name: name.value, source: source)
    }
}

/// The location of an API key (OpenAPI 3.1, section 4.8.27).
private enum KeyPlace: String, CaseIterable {
    case query, header, cookie

    /// Whether a request can carry a key of that name at the location.
    func takes(_ name: String) -> Bool {
        switch self {
        case .query: true
        case .header: name.isToken && !HTTPHeaders.ofConnection.contains(name.lowercased())
        case .cookie: name.isToken
        }
    }

    var location: OpenAPI.Parameter.Location {
        switch self {
        case .query: .query
        case .header: .header
        case .cookie: .cookie
        }
    }
}

// MARK: - Specification extensions

extension OpenAPI.SecurityScheme.KeySource {
    private enum UnixTimeUnit: String, CaseIterable { case seconds }

    fileprivate init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        if let unit = object["x-unix-time"] {
            _ = decoder.choice(unit, of: UnixTimeUnit.self, as: "a unit of time")
            self = .unixTime
        } else {
            let signature = object["x-signature"].flatMap { OpenAPI.Signature($0, by: &decoder) }
            self = signature.map { .signature($0) } ?? .caller
        }
    }
}

extension OpenAPI.Signature {
    private enum Algorithm: String, CaseIterable { case hmacSHA256 = "hmac-sha256" }
    private enum Encoding: String, CaseIterable { case base64 }

    fileprivate init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "signature") else { return nil }
        defer { decoder.finish(object) }
        let fields = ["algorithm", "encoding", "message", "key"].map { object[$0] }
        for read in [node] + fields { decoder.record.note(read, as: .typed) }
        let algorithm = decoder.required("algorithm", in: &object)
        _ = decoder.choice(algorithm, of: Algorithm.self, as: "a signature algorithm")
        let encoding = decoder.required("encoding", in: &object)
        _ = decoder.choice(encoding, of: Encoding.self, as: "an encoding of signatures")
        let message = decoder.entries(decoder.required("message", in: &object), of: "message") {
            decoder, entry in
            decoder.choice(entry.value, of: Part.self, as: "a part of the request")
                .map { (member: entry.name.text ?? "", part: $0) }
        }
        guard let key = decoder.locatedText(decoder.required("key", in: &object)) else { return nil }
        self.init(key: key, message: message)
    }
}
