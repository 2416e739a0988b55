import APIRuntime

/// The access token that a client and its copies share.
actor TokenCache {
    private var token: AccessToken?
    /// The source of the next token; `nil` if there is none.
    private var source: (any TokenSource)?
    /// The current renewal, which all callers that need a token await.
    private var renewal: Task<String, any Error>?

    init(source: any TokenSource) { self.source = source }

    /// Returns a token that is not about to expire.
    ///
    /// - Throws: `AuthorizationError` if it cannot be renewed, and the errors of the source.
    func token(from endpoint: TokenEndpoint) async throws -> String {
        if let token, token.isFresh(at: endpoint.configuration.now()) { return token.value }
        return try await renewed(after: nil, from: endpoint)
    }

    /// Renews the token unless it differs from the rejected one.
    ///
    /// - Returns: Whether the token differs from the rejected one.
    func renew(after refused: String, from endpoint: TokenEndpoint) async throws -> Bool {
        if let token, token.value != refused { return true }
        guard source != nil else { return false }
        return try await renewed(after: refused, from: endpoint) != refused
    }

    private func renewed(after refused: String?, from endpoint: TokenEndpoint) async throws -> String {
        guard let source else {
            throw AuthorizationError(
                .invalidGrant, message: "the access token has expired and came without a refresh token")
        }
        let renewal = renewal ?? Task { try await renew(by: source, after: refused, from: endpoint) }
        self.renewal = renewal
        token = nil
        return try await outcome(of: renewal)
    }

    private func renew(
        by source: any TokenSource, after refused: String?, from endpoint: TokenEndpoint,
    ) async throws -> String {
        defer { renewal = nil }
        let renewed = try await source.next(after: refused, from: endpoint)
        token = renewed.token
        self.source = renewed.source
        return renewed.token.value
    }

    /// Awaits a renewal. A cancelled caller stops waiting, but the renewal continues: it may be redeeming a refresh
    /// token, and others await it.
    private func outcome(of renewal: Task<String, any Error>) async throws -> String {
        let (outcomes, outcome) = AsyncThrowingStream<String, any Error>.makeStream()
        Task {
            outcome.yield(with: await renewal.result)
            outcome.finish()
        }
        for try await token in outcomes { return token }
        throw CancellationError()
    }
}
