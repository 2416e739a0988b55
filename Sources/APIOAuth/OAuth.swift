/// What a client gets its access tokens by (RFC 6749). Describing or dumping one shows no secret.
///
///     let client = PetsClient(
///         oauth: .clientCredentials(id: id, secret: secret), server: .production)
///
/// A client and all of its copies share their token. It is asked for when the first call needs it, renewed
/// shortly before it expires, and renewed once more when a call is answered with 401. However many calls
/// wait for a token, there is one request for it. Clients that are made one by one have tokens of their own,
/// so copy a client that was made with a code or a refresh token, which may be good for one use only.
///
/// Tokens are asked for at the URL that the document names, through the transport of the client. A
/// `tokenURL` of your own goes before it, as a client with a base URL of its own needs.
public struct OAuth: Sendable {
    let source: any TokenSource

    /// A token that you hold already. It cannot be renewed.
    public static func token(_ token: String) -> OAuth {
        OAuth(source: FixedToken(value: token))
    }

    /// Tokens that you get in a way of your own.
    ///
    /// - Parameter next: Returns an access token. It is called with `nil` when the first call needs one, and
    ///   with the last one when the service refused it, never twice at a time. It is not cancelled with the
    ///   call that it is for, since others may wait for it. What it throws ends all these calls; make it an
    ///   `AuthorizationError`, or it counts as a failure of the transport.
    public static func provider(
        _ next: @escaping @Sendable (_ refused: String?) async throws -> String,
    ) -> OAuth {
        OAuth(source: TokenProvider(next: next))
    }

    /// Access on the client's own behalf (RFC 6749, section 4.4).
    ///
    /// - Parameters:
    ///   - id: The ID that the service gave the client.
    ///   - secret: The secret that came with the ID. Both go out by Basic authentication.
    ///   - scopes: What to ask for; empty leaves it to the service.
    ///   - tokenURL: Where to ask instead of where the document says.
    public static func clientCredentials(
        id: String, secret: String, scopes: [String] = [], tokenURL: String? = nil,
    ) -> OAuth {
        let client = RegisteredClient(id: id, secret: secret, tokenURL: tokenURL)
        return OAuth(source: ClientCredentialsGrant(client: client, scopes: scopes))
    }

    /// Access that a user granted before (RFC 6749, section 6).
    ///
    /// - Parameters:
    ///   - refreshToken: The refresh token.
    ///   - clientID: The ID of the client that the refresh token was issued to.
    ///   - clientSecret: The secret of this client, or `nil` if it is a public one (section 2.1).
    ///   - tokenURL: Where to ask instead of where the document says.
    ///   - onNewRefreshToken: Is told each refresh token that takes the place of the last one, before the
    ///     access token that came with it is used. Keep it: the service may refuse the old one from now on.
    public static func refreshToken(
        _ refreshToken: String, clientID: String, clientSecret: String? = nil, tokenURL: String? = nil,
        onNewRefreshToken: @escaping @Sendable (String) async -> Void = { _ in },
    ) -> OAuth {
        let client = RegisteredClient(id: clientID, secret: clientSecret, tokenURL: tokenURL)
        return OAuth(
            source: RefreshTokenGrant(
                refreshToken: refreshToken, client: client, onNewRefreshToken: onNewRefreshToken))
    }

    /// Access that a user has just granted in the browser (RFC 6749, section 4.1); see
    /// ``AuthorizationRequest``.
    ///
    /// - Parameters:
    ///   - code: The code that came back. The first call spends it. Whether tokens can be renewed after that
    ///     is up to the service, by the refresh token that it hands out.
    ///   - clientSecret: The secret of the client, or `nil` if it is a public one (section 2.1).
    ///   - tokenURL: Where to ask instead of where the document says.
    ///   - onNewRefreshToken: Is told each refresh token, before the access token that came with it is used.
    public static func authorizationCode(
        _ code: AuthorizationCode, clientSecret: String? = nil, tokenURL: String? = nil,
        onNewRefreshToken: @escaping @Sendable (String) async -> Void = { _ in },
    ) -> OAuth {
        let client = RegisteredClient(id: code.clientID, secret: clientSecret, tokenURL: tokenURL)
        return OAuth(
            source: AuthorizationCodeGrant(code: code, client: client, onNewRefreshToken: onNewRefreshToken))
    }
}

extension OAuth: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "OAuth(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
