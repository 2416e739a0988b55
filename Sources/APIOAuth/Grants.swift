/// The client credentials grant (RFC 6749, section 4.4).
struct ClientCredentialsGrant: TokenSource {
    let client: RegisteredClient
    let scopes: [String]

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        var request = TokenRequest(grantType: "client_credentials", client: client)
        request.form.add(scopes: scopes)
        // A refresh token should not be included (section 4.4.3), and would add nothing to the client's credentials.
        let granted = try await request.send(to: endpoint)
        return RenewedToken(
            token: granted.token, source: ClientCredentialsGrant(client: granted.client, scopes: scopes))
    }
}

/// The refresh token grant (RFC 6749, section 6).
struct RefreshTokenGrant: TokenSource {
    let refreshToken: String
    let client: RegisteredClient
    var onNewRefreshToken: @Sendable (String) async -> Void = { _ in }

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        var request = TokenRequest(grantType: "refresh_token", client: client)
        request.form.addSecret("refresh_token", refreshToken)
        let granted = try await request.send(to: endpoint)
        let new = granted.refreshToken ?? refreshToken
        if new != refreshToken { await onNewRefreshToken(new) }
        let grant = RefreshTokenGrant(
            refreshToken: new, client: granted.client, onNewRefreshToken: onNewRefreshToken)
        return RenewedToken(token: granted.token, refreshToken: new, source: grant)
    }

    func resumed(with refreshToken: String) -> (any TokenSource)? {
        if refreshToken == self.refreshToken { return self }
        let refresh = RefreshTokenGrant(
            refreshToken: refreshToken, client: client, onNewRefreshToken: onNewRefreshToken)
        return ResumedGrant(refresh: refresh, grant: self)
    }
}

/// The authorization code grant (RFC 6749, section 4.1.3), with the code verifier of RFC 7636, section 4.5.
struct AuthorizationCodeGrant: TokenSource {
    let code: AuthorizationCode
    let client: RegisteredClient
    let onNewRefreshToken: @Sendable (String) async -> Void

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        var request = TokenRequest(grantType: "authorization_code", client: client)
        request.form.addSecret("code", code.code)
        request.form.fields.append(("redirect_uri", code.redirectURI))
        if let verifier = code.verifier { request.form.addSecret("code_verifier", verifier) }
        return try await request.send(to: endpoint).renewed(onNewRefreshToken: onNewRefreshToken)
    }

    func resumed(with refreshToken: String) -> (any TokenSource)? {
        let refresh = RefreshTokenGrant(
            refreshToken: refreshToken, client: client, onNewRefreshToken: onNewRefreshToken)
        return ResumedGrant(refresh: refresh, grant: self)
    }
}
