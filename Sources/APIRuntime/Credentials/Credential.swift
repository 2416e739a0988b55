import Foundation

/// What a client shows to a service to be trusted. Describing or dumping one shows no secret.
public struct Credential: Sendable {
    let authorizer: any Authorizer

    /// Creates a credential of a scheme of your own.
    public init(_ authorizer: any Authorizer) { self.authorizer = authorizer }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Credential(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential {
    /// A key that goes out as it is (OpenAPI 3.1, `type: apiKey`).
    public static func apiKey(_ key: String, in location: CredentialLocation) -> Credential {
        Credential(PlainKey(value: key, location: location))
    }

    /// A bearer token (RFC 6750).
    public static func bearer(_ token: String) -> Credential {
        Credential(Authorization(value: "Bearer \(token)", secrets: [token]))
    }

    /// A user and a password (RFC 7617).
    public static func basic(username: String, password: String) -> Credential {
        let token = Data("\(username):\(password)".utf8).base64EncodedString()
        return Credential(Authorization(value: "Basic \(token)", secrets: [token, password]))
    }

    /// The seconds since 1970 at the time of the call, by the clock of the client.
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
