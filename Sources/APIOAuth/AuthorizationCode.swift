/// A code that the browser brought back, with what the service wants to see along with it (RFC 6749, section
/// 4.1.3). It is good for one use and a few minutes. Describing or dumping one shows no secret.
public struct AuthorizationCode: Sendable {
    let code: String
    let redirectURI: String
    let clientID: String
    let verifier: String?

    /// Creates a code, as ``AuthorizationRequest/code(from:)`` does.
    ///
    /// - Parameters:
    ///   - code: The parameter `code` of the callback.
    ///   - redirectURI: The redirect URI of the authorization request, the same to the letter.
    ///   - clientID: The ID of the client that asked for the code.
    ///   - verifier: What the challenge of the request was made of (RFC 7636), if it had one.
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
