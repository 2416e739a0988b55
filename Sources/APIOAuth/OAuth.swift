/// How access tokens are obtained (RFC 6749). The description and the mirror show no secrets.
///
///     let client = PetsClient(
///         oauth: .clientCredentials(id: id, secret: secret), server: .production)
///
/// A client and its copies share an access token. It is requested for the first call, renewed shortly before it
/// expires, and renewed when a call gets status 401. Concurrent calls share a single token request. Clients that are
/// created separately have separate tokens, so copy a client that was created with an authorization code or a refresh
/// token, which may be usable only once.
///
/// Tokens are requested at the URL that the document declares, or that its OpenID provider names, with the transport of
/// the client. A custom `tokenURL` takes precedence, as a client with a custom base URL needs.
public struct OAuth: Sendable {
    let source: any TokenSource

    /// An existing access token. It cannot be renewed.
    public static func token(_ token: String) -> OAuth {
        OAuth(source: FixedToken(value: token))
    }

    /// Access tokens of a custom provider.
    ///
    /// - Parameter next: Returns an access token. It is called with `nil` for the first call, and with the last token
    ///   after that was rejected, but never concurrently. It is not cancelled with a call, since others may await the
    ///   token. An error ends all of these calls; errors other than `AuthorizationError` are reported as failures of
    ///   the transport.
    public static func provider(
        _ next: @escaping @Sendable (_ refused: String?) async throws -> String,
    ) -> OAuth {
        OAuth(source: TokenProvider(next: next))
    }

    /// The client credentials grant: access on behalf of the client itself (RFC 6749, section 4.4).
    ///
    /// - Parameters:
    ///   - id: The client ID that the service assigned.
    ///   - secret: The client secret.
    ///   - authentication: How the ID and the secret are sent (section 2.3.1).
    ///   - scopes: The requested scopes; if empty, the service decides.
    ///   - tokenURL: The token endpoint; with `nil`, that of the document.
    public static func clientCredentials(
        id: String, secret: String, authentication: ClientAuthentication = .basic, scopes: [String] = [],
        tokenURL: String? = nil,
    ) -> OAuth {
        let client = RegisteredClient(
            id: id, secret: secret, authentication: authentication, tokenURL: tokenURL)
        return OAuth(source: ClientCredentialsGrant(client: client, scopes: scopes))
    }

    /// The refresh token grant: access that a user granted earlier (RFC 6749, section 6).
    ///
    /// - Parameters:
    ///   - refreshToken: The refresh token.
    ///   - clientID: The ID of the client that the refresh token was issued to.
    ///   - clientSecret: The secret of this client, or `nil` for a public client (section 2.1).
    ///   - authentication: How the ID and the secret are sent (section 2.3.1).
    ///   - tokenURL: The token endpoint; with `nil`, that of the document.
    ///   - onNewRefreshToken: Called with each new refresh token, before the access token that it was issued with is
    ///     used. Store it: the service may revoke the previous one.
    public static func refreshToken(
        _ refreshToken: String, clientID: String, clientSecret: String? = nil,
        authentication: ClientAuthentication = .basic, tokenURL: String? = nil,
        onNewRefreshToken: @escaping @Sendable (String) async -> Void = { _ in },
    ) -> OAuth {
        let client = RegisteredClient(
            id: clientID, secret: clientSecret, authentication: authentication, tokenURL: tokenURL)
        return OAuth(
            source: RefreshTokenGrant(
                refreshToken: refreshToken, client: client, onNewRefreshToken: onNewRefreshToken))
    }

    /// The authorization code grant: access that a user has just granted in the browser (RFC 6749, section 4.1); see
    /// ``AuthorizationRequest``.
    ///
    /// - Parameters:
    ///   - code: The authorization code. The first call redeems it. Tokens can be renewed afterwards if the service
    ///     issues a refresh token.
    ///   - clientSecret: The secret of the client, or `nil` for a public client (section 2.1).
    ///   - authentication: How the ID and the secret are sent (section 2.3.1).
    ///   - tokenURL: The token endpoint; with `nil`, that of the document.
    ///   - onNewRefreshToken: Called with each refresh token, before the access token that it was issued with is used.
    public static func authorizationCode(
        _ code: AuthorizationCode, clientSecret: String? = nil,
        authentication: ClientAuthentication = .basic, tokenURL: String? = nil,
        onNewRefreshToken: @escaping @Sendable (String) async -> Void = { _ in },
    ) -> OAuth {
        let client = RegisteredClient(
            id: code.clientID, secret: clientSecret, authentication: authentication, tokenURL: tokenURL)
        return OAuth(
            source: AuthorizationCodeGrant(code: code, client: client, onNewRefreshToken: onNewRefreshToken))
    }
}

extension OAuth: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "OAuth(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
