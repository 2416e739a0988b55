import SourceText
import YAML

extension OpenAPI {
    struct SecurityScheme: Sendable {
        enum Kind: Sendable {
            case apiKey(location: Parameter.Location, name: String, source: KeySource)
            case http(scheme: String)
            case oauth2(OAuthEndpoints)
            case openIDConnect
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

        let name: String
        let kind: Kind
        let description: Prose?
        /// How the token is made up (`bearerFormat`).
        let tokenFormat: Prose?
        /// Where the provider of tokens describes itself.
        let discovery: Prose?
        let swiftName: SwiftName?
        let range: SourceRange
    }

    /// Where tokens are to be had. The URLs may hold variables of the server in braces.
    struct OAuthEndpoints: Sendable {
        var authorization: String?
        var token: String?
        /// Where tokens are renewed, if that is elsewhere.
        var refresh: String?
    }

    struct Signature: Sendable {
        enum Part: String, Sendable, CaseIterable {
            case body, path, query, method
        }

        /// The name of the secret that the signature is made with.
        let key: Located<String>
        let message: [(member: String, part: Part)]
    }

    /// Schemes that are needed together.
    struct SecurityRequirement: Sendable {
        let schemes: [Located<String>]
        /// What each of the schemes has to allow, such as the scopes of an access token.
        let scopes: [[Prose]]
    }
}

extension SpecDecoder {
    mutating func securityRequirements(_ node: Node?) -> [OpenAPI.SecurityRequirement]? {
        guard let node else { return nil }
        return list(node, "security requirements") { decoder, element in
            let entries = decoder.entries(element, "security requirement") { decoder, entry in
                decoder.locatedText(entry.name).map { name in
                    (name, scopes: decoder.list(entry.value, "scopes") { $0.prose($1) })
                }
            }
            return OpenAPI.SecurityRequirement(schemes: entries.map(\.0), scopes: entries.map(\.scopes))
        }
    }

    mutating func securityScheme(_ name: Node, _ reference: Node) -> OpenAPI.SecurityScheme? {
        guard let node = follow(reference)?.node, var object = object(node, "security scheme") else {
            return nil
        }
        defer { finish(object) }
        let swiftName = swiftName(&object)
        let description = prose(object["description"])
        if minorVersion >= 2 { object.drop("deprecated") }
        let metadata = minorVersion < 2 ? nil : prose(object["oauth2MetadataUrl"])
        guard let type = required("type", in: &object), let kind = kind(type, &object) else { return nil }
        // Of other types these are no fields, and have been left to be reported.
        let tokenFormat = object.knows("bearerFormat") ? prose(object["bearerFormat"]) : nil
        let discovery = object.knows("openIdConnectUrl") ? prose(object["openIdConnectUrl"]) : nil
        return OpenAPI.SecurityScheme(
            name: name.text ?? "",
            kind: kind,
            description: description,
            tokenFormat: tokenFormat,
            discovery: discovery ?? metadata,
            swiftName: swiftName,
            range: name.range,
        )
    }

    private enum SchemeType: String, CaseIterable {
        case apiKey, http, oauth2, openIdConnect, mutualTLS
    }

    private mutating func kind(_ type: Node, _ object: inout ObjectFields) -> OpenAPI.SecurityScheme.Kind? {
        switch choice(type, SchemeType.self, "a type of security scheme") {
        case .apiKey: return apiKey(&object)
        case .http:
            _ = object["bearerFormat"]
            return text(required("scheme", in: &object)).map { .http(scheme: $0.lowercased()) }
        case .oauth2:
            return required("flows", in: &object).map { .oauth2(endpoints(ofFlows: $0)) }
        case .openIdConnect:
            _ = required("openIdConnectUrl", in: &object)
            return .openIDConnect
        case .mutualTLS: return .mutualTLS
        case nil:
            object.acceptAll()
            return nil
        }
    }

    private mutating func apiKey(_ object: inout ObjectFields) -> OpenAPI.SecurityScheme.Kind? {
        let location = required("in", in: &object)
            .flatMap { choice($0, OpenAPI.Parameter.Location.self, "a place of an API key") }
        let name = text(required("name", in: &object))
        let source = keySource(&object)
        guard let location, let name else { return nil }
        return .apiKey(location: location, name: name, source: source)
    }

    private mutating func keySource(_ object: inout ObjectFields) -> OpenAPI.SecurityScheme.KeySource {
        if let unit = object["x-unix-time"] {
            _ = choice(unit, UnixTimeUnit.self, "a unit of time")
            return .unixTime
        }
        return object["x-signature"].flatMap { signature($0) }.map { .signature($0) } ?? .caller
    }

    private enum UnixTimeUnit: String, CaseIterable { case seconds }
    private enum Algorithm: String, CaseIterable { case hmacSHA256 = "hmac-sha256" }
    private enum Encoding: String, CaseIterable { case base64 }

    private mutating func signature(_ node: Node) -> OpenAPI.Signature? {
        guard var object = object(node, "signature") else { return nil }
        defer { finish(object) }
        _ = required("algorithm", in: &object).map { choice($0, Algorithm.self, "a signature algorithm") }
        _ = required("encoding", in: &object).map { choice($0, Encoding.self, "an encoding of signatures") }
        let message = entries(required("message", in: &object), "message") { decoder, entry in
            decoder.choice(entry.value, OpenAPI.Signature.Part.self, "a part of the request")
                .map { (member: entry.name.text ?? "", part: $0) }
        }
        guard let key = locatedText(required("key", in: &object)) else { return nil }
        return OpenAPI.Signature(key: key, message: message)
    }
}
