import APIRuntime

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
