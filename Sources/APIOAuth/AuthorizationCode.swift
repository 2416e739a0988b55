/// An authorization code with the values that are required to redeem it (RFC 6749, section 4.1.3). It can be used once
/// and expires within minutes. The description and the mirror show no secrets.
public struct AuthorizationCode: Sendable {
    let code: String
    let redirectURI: String
    let clientID: String
    let verifier: String?

    /// Creates an authorization code; see also ``AuthorizationRequest/code(from:)``.
    ///
    /// - Parameters:
    ///   - code: The parameter `code` of the redirect.
    ///   - redirectURI: The redirect URI of the authorization request, character for character.
    ///   - clientID: The ID of the client that requested the code.
    ///   - verifier: The code verifier of the request (RFC 7636), if it had a code challenge.
    public init(_ code: String, redirectURI: String, clientID: String, verifier: String? = nil) {
        self.code = code
        self.redirectURI = redirectURI
        self.clientID = clientID
        self.verifier = verifier
    }
}

extension AuthorizationCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "AuthorizationCode(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
