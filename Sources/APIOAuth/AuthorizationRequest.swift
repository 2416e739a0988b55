public import APIRuntime
public import Foundation

/// An authorization request that the user approves in a browser (RFC 6749, section 4.1.1), with PKCE by the method
/// `S256` (RFC 7636).
///
///     let server: APIServer<PetsClient> = .production
///     let request = try AuthorizationRequest(
///         clientID: id, redirectURI: "my-app://signed-in",
///         endpoints: PetsClient.oauthEndpoints, server: server)
///     let callback = try await openInBrowser(request.url)
///     let client = PetsClient(
///         oauth: .authorizationCode(try request.code(from: callback)), server: server)
///
/// The description and the mirror show no secrets.
public struct AuthorizationRequest: Sendable {
    /// The URL to open in the browser.
    public let url: URL
    /// The value that the service returns in the redirect, to prevent cross-site request forgery (RFC 6749, section
    /// 10.12).
    public let state: String
    /// The code verifier, a secret that binds the code to this client (RFC 7636, section 4.1). A server that handles
    /// the redirect in another process keeps it in the user's session, along with the state.
    public let verifier: String

    let clientID: String
    let redirectURI: String

    /// Creates a request with a new state and code verifier.
    ///
    /// - Parameters:
    ///   - clientID: The client ID that the service assigned.
    ///   - redirectURI: The redirect URI, as registered with the service.
    ///   - authorizationURL: The authorization endpoint (RFC 6749, section 3.1). It may have a query.
    ///   - scopes: The requested scopes; if empty, the service decides.
    ///   - parameters: Additional parameters, such as `prompt`. Parameters of the standard cannot be replaced.
    ///   - randomBytes: Returns a number of random bytes, which must be unpredictable outside of tests. It is called
    ///     with 32 for the verifier, then with 32 for the state.
    /// - Throws: `AuthorizationError` (`misconfigured`) if the URL is unusable.
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

    /// Creates a request to the authorization endpoint of a generated client.
    ///
    /// - Parameters:
    ///   - clientID: The client ID that the service assigned.
    ///   - redirectURI: The redirect URI, as registered with the service.
    ///   - endpoints: The `oauthEndpoints` of the client.
    ///   - server: The server of the client, whose variables the URL may contain.
    ///   - scopes: The requested scopes; if empty, the service decides.
    ///   - parameters: Additional parameters, such as `prompt`. Parameters of the standard cannot be replaced.
    ///   - randomBytes: Returns a number of random bytes, which must be unpredictable outside of tests. It is called
    ///     with 32 for the verifier, then with 32 for the state.
    /// - Throws: `AuthorizationError` (`misconfigured`) if the document declares no authorization URL, or
    ///   if the server has no value for one of its variables.
    public init<Client>(
        clientID: String, redirectURI: String, endpoints: OAuthEndpoints, server: APIServer<Client>,
        scopes: [String] = [], parameters: [String: String] = [:],
        randomBytes: (Int) -> [UInt8] = Self.systemRandomBytes,
    ) throws(AuthorizationError) {
        guard let template = endpoints.authorization else {
            throw AuthorizationError(
                .misconfigured,
                message: endpoints.discovery == nil
                    ? "the document names no authorization URL; give AuthorizationRequest one"
                    : "the authorization URL is yet to be discovered; await the endpoints' discovered()")
        }
        try self.init(
            clientID: clientID, redirectURI: redirectURI,
            authorizationURL: BaseURL.fill(template, with: server.baseURL.variables), scopes: scopes,
            parameters: parameters, randomBytes: randomBytes)
    }
}
