import Foundation

/// Credentials for a security scheme. The description and the mirror show no secrets.
public struct Credential: Sendable {
    let authorizer: any Authorizer

    /// Creates a credential for a custom scheme.
    public init(_ authorizer: any Authorizer) { self.authorizer = authorizer }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Credential(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential {
    /// An API key in a header, a query item or a cookie (OpenAPI 3.1, section 4.8.27, `type: apiKey`).
    public static func apiKey(_ key: String, in location: CredentialLocation) -> Credential {
        Credential(PlainKey(value: key, location: location))
    }

    /// A bearer token in the `Authorization` header (RFC 6750, section 2.1).
    public static func bearer(_ token: String) -> Credential {
        Credential(Authorization(value: "Bearer \(token)", secrets: [token]))
    }

    /// Basic authentication in UTF-8 (RFC 7617). The user name must not contain a colon.
    public static func basic(username: String, password: String) -> Credential {
        let token = Data("\(username):\(password)".utf8).base64EncodedString()
        return Credential(Authorization(value: "Basic \(token)", secrets: [token, password]))
    }

    /// The Unix time of the request in seconds, by ``ClientConfiguration/now``.
    public static func unixTime(in location: CredentialLocation) -> Credential {
        Credential(UnixTime(location: location))
    }
}

private struct PlainKey: Authorizer {
    let value: String
    let location: CredentialLocation

    func authorize(_ request: inout OutgoingRequest) { request.set(value, in: location) }
}

private struct Authorization: Authorizer {
    let value: String
    let secrets: [String]

    func authorize(_ request: inout OutgoingRequest) {
        secrets.forEach { request.redact($0) }
        request.set(value, in: .header("Authorization"))
    }
}

private struct UnixTime: Authorizer {
    let location: CredentialLocation

    func authorize(_ request: inout OutgoingRequest) {
        let seconds = Int(request.date.timeIntervalSince1970.rounded(.down))
        request.set(String(seconds), in: location, isSecret: false)
    }
}
