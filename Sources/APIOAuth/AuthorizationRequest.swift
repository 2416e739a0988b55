public import APIRuntime
public import Foundation

/// A question to the user, asked in a browser: may this client act for you? (RFC 6749, section 4.1.1, with
/// the proof key of RFC 7636 by its method `S256`.)
///
///     let server: Server<PetsClient> = .production
///     let request = try AuthorizationRequest(
///         clientID: id, redirectURI: "my-app://signed-in",
///         endpoints: PetsClient.oauthEndpoints, server: server)
///     let callback = try await openInBrowser(request.url)
///     let client = PetsClient(
///         oauth: .authorizationCode(try request.code(from: callback)), server: server)
///
/// Describing or dumping a request shows no secret.
public struct AuthorizationRequest: Sendable {
    /// What to open in the browser.
    public let url: URL
    /// What the service repeats in its callback, so that no other page can forge one (section 10.12).
    public let state: String
    /// The secret that proves that who redeems the code is who asked for it (RFC 7636, section 4.1). A
    /// server that answers the callback in another process keeps it in the session of the user, along with
    /// the state.
    public let verifier: String

    let clientID: String
    let redirectURI: String

    /// Creates a request with a new state and a new verifier.
    ///
    /// - Parameters:
    ///   - clientID: The ID that the service gave the client.
    ///   - redirectURI: Where the service sends the browser afterwards, as registered with it.
    ///   - authorizationURL: Where the service asks the user. It may have a query.
    ///   - scopes: What to ask for; empty leaves it to the service.
    ///   - parameters: What the service understands beyond the standard, such as `prompt`. Those of the
    ///     standard cannot be replaced.
    ///   - randomBytes: Makes that many random bytes, unpredictable ones outside of tests. It is called with
    ///     32 for the verifier, then with 32 for the state.
    /// - Throws: `misconfigured` if the URL cannot be used.
    public init(
        clientID: String, redirectURI: String, authorizationURL: String, scopes: [String] = [],
        parameters: [String: String] = [:],
        randomBytes: (Int) -> [UInt8] = Self.systemRandomBytes,
    ) throws(AuthorizationError) {
        verifier = PKCE.base64URL(randomBytes(32))
        state = PKCE.base64URL(randomBytes(32))
        self.clientID = clientID
        self.redirectURI = redirectURI
        var fields = [
            ("client_id", clientID), ("redirect_uri", redirectURI), ("response_type", "code"),
            ("state", state), ("code_challenge", PKCE.challenge(of: verifier)),
            ("code_challenge_method", "S256"),
        ]
        if !scopes.isEmpty { fields.append(("scope", scopes.joined(separator: " "))) }
        let standard = Set(fields.map(\.0))
        fields += parameters.filter { !standard.contains($0.key) }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
        url = try Self.url(authorizationURL, fields)
    }

    /// Creates a request to the authorization URL of a generated client.
    ///
    /// - Parameters:
    ///   - endpoints: The `oauthEndpoints` of the client.
    ///   - server: The server of the client, whose variables the URL may need.
    /// - Throws: `misconfigured` if the document names no authorization URL, or if the server has no value
    ///   for one of its variables.
    public init<Client>(
        clientID: String, redirectURI: String, endpoints: OAuthEndpoints, server: Server<Client>,
        scopes: [String] = [], parameters: [String: String] = [:],
        randomBytes: (Int) -> [UInt8] = Self.systemRandomBytes,
    ) throws(AuthorizationError) {
        guard let template = endpoints.authorization else {
            throw AuthorizationError(
                .misconfigured,
                message: "the document names no authorization URL; give AuthorizationRequest one")
        }
        try self.init(
            clientID: clientID, redirectURI: redirectURI,
            authorizationURL: BaseURL.fill(template, with: server.baseURL.variables), scopes: scopes,
            parameters: parameters, randomBytes: randomBytes)
    }
}
