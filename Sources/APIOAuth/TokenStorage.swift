/// Keeps tokens beyond the life of a process, as in a keychain: see ``OAuth/stored(in:onSaveFailure:)``.
///
/// The tokens of a client, with its copies, are never loaded and saved concurrently. Each user, service and set of
/// scopes needs a storage of its own, which is emptied when the user signs out. Processes must not share one if the
/// service issues refresh tokens that can be used once: the one that comes late would be refused, and empty it.
public protocol TokenStorage: Sendable {
    /// Returns what was saved last, or `nil` if there is nothing. It is called for a client and its copies before their
    /// first token request, and again before the next one if that failed.
    ///
    /// - Throws: Any error. It ends the calls that need a token, and the next one loads again. Its description must not
    ///   contain a secret.
    func load() async throws -> StoredToken?

    /// Replaces what is stored.
    ///
    /// It is called with each new token, before the token is used, and with `nil` once the service has refused a refresh
    /// token or an authorization code (`invalid_grant`; RFC 6749, section 5.2).
    ///
    /// - Throws: Any error. It does not end a call: the client goes on with the new token.
    func save(_ token: StoredToken?) async throws
}

extension OAuth {
    /// Returns the same grant with tokens that survive the process.
    ///
    ///     let oauth: OAuth = .authorizationCode(code).stored(in: keychain)
    ///
    /// A stored access token is used until it expires or is rejected. A stored refresh token comes before the grant,
    /// whose authorization code may have been redeemed already; the grant is used if the service refuses the refresh
    /// token.
    ///
    /// - Parameters:
    ///   - storage: Where tokens are kept.
    ///   - onSaveFailure: Called with the error of ``TokenStorage/save(_:)``. The new token is used nevertheless, but
    ///     the next process finds the previous one, whose refresh token the service may have revoked.
    public func stored(
        in storage: any TokenStorage,
        onSaveFailure: @escaping @Sendable (any Error) async -> Void = { _ in },
    ) -> OAuth {
        OAuth(
            source: StoredGrant(
                grant: source, record: TokenRecord(storage: storage, onSaveFailure: onSaveFailure)))
    }

    /// Access that was granted to an earlier process, and whose tokens are in a storage.
    ///
    /// Without a usable token in the storage, calls fail with `AuthorizationError.Reason.invalidGrant`: let the user
    /// authorize the client again.
    ///
    /// - Parameters:
    ///   - storage: Where tokens are kept.
    ///   - clientID: The ID of the client that the tokens were issued to.
    ///   - clientSecret: The secret of this client, or `nil` for a public client (RFC 6749, section 2.1).
    ///   - authentication: How the ID and the secret are sent (section 2.3.1).
    ///   - tokenURL: The token endpoint; with `nil`, that of the document.
    ///   - onSaveFailure: Called with the error of ``TokenStorage/save(_:)``.
    public static func stored(
        in storage: any TokenStorage, clientID: String, clientSecret: String? = nil,
        authentication: ClientAuthentication = .basic, tokenURL: String? = nil,
        onSaveFailure: @escaping @Sendable (any Error) async -> Void = { _ in },
    ) -> OAuth {
        let client = RegisteredClient(
            id: clientID, secret: clientSecret, authentication: authentication, tokenURL: tokenURL)
        return OAuth(source: EarlierGrant(client: client)).stored(in: storage, onSaveFailure: onSaveFailure)
    }
}
