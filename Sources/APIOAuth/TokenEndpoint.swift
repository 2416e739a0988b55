import APIRuntime
import Foundation

/// A program as the service knows it (RFC 6749, section 2).
struct RegisteredClient: Sendable {
    let id: String
    /// `nil` for a public client (section 2.1).
    let secret: String?
    /// Goes before the token URL of the document.
    let tokenURL: String?

    /// User and password of Basic authentication: both are encoded like a form first (section 2.3.1).
    var login: (username: String, password: String)? {
        secret.map { (PercentEncoding.encode(id), PercentEncoding.encode($0)) }
    }

    /// What no error may show.
    var secrets: [String] {
        guard let secret, let login else { return [] }
        return [secret, Data("\(login.username):\(login.password)".utf8).base64EncodedString()]
    }
}

/// Where tokens are asked for, and what by.
struct TokenEndpoint: Sendable {
    /// The URL as the document has it, with the values of the server's variables.
    let url: String?
    /// The URL at which tokens are renewed, if it is another one.
    var refreshURL: String?
    let configuration: ClientConfiguration

    /// The URL to use.
    func url(for client: RegisteredClient, renewing: Bool) throws(AuthorizationError) -> String {
        guard let url = client.tokenURL ?? (renewing ? refreshURL : nil) ?? url else {
            throw AuthorizationError(
                .misconfigured, message: "the document names no token URL; give OAuth a tokenURL")
        }
        guard !url.contains("{") else {
            throw AuthorizationError(
                .misconfigured,
                message: "the token URL \(url) has a variable that the server of the client gives no value;"
                    + " give OAuth a tokenURL, as goes with a base URL of your own")
        }
        return url
    }
}
