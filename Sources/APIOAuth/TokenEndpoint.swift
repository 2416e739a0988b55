import APIRuntime
import Foundation

/// A client as registered with the service (RFC 6749, section 2).
struct RegisteredClient: Sendable {
    let id: String
    /// The client secret; `nil` for a public client (section 2.1).
    let secret: String?
    /// Takes precedence over the token URL of the document.
    let tokenURL: String?

    /// The user name and password of Basic authentication, both form-encoded (section 2.3.1).
    var login: (username: String, password: String)? {
        secret.map { (PercentEncoding.encode(id), PercentEncoding.encode($0)) }
    }

    /// The values that are redacted in errors.
    var secrets: [String] {
        guard let secret, let login else { return [] }
        return [secret, Data("\(login.username):\(login.password)".utf8).base64EncodedString()]
    }
}

/// The endpoint for token requests, and the configuration to send them with.
struct TokenEndpoint: Sendable {
    /// The URL of the document, with the variables of the server substituted.
    let url: String?
    /// The URL for refresh requests, if it differs.
    var refreshURL: String?
    let configuration: ClientConfiguration

    /// The URL for the token requests of a client.
    ///
    /// - Throws: `misconfigured` if there is none, or if it contains a variable without a value.
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
