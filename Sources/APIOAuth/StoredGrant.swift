import APIRuntime

/// A storage, and who hears of its failures.
struct TokenRecord: Sendable {
    let storage: any TokenStorage
    let onSaveFailure: @Sendable (any Error) async -> Void

    func save(_ token: StoredToken?) async {
        do {
            try await storage.save(token)
        } catch {
            await onSaveFailure(error)
        }
    }
}

/// Begins with what is stored, and goes on with its refresh token or the grant.
struct StoredGrant: TokenSource {
    let grant: any TokenSource
    let record: TokenRecord

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        let stored = grant.isNew ? nil : try await record.storage.load()
        let resumed = stored?.refreshToken.flatMap(grant.resumed)
        let source = RecordedSource(source: resumed ?? grant, record: record)
        let now = endpoint.configuration.now()
        guard let stored, !stored.accessToken.isEmpty, stored.accessToken != refused else {
            return try await source.next(after: refused, from: endpoint)
        }
        let token = AccessToken(stored.accessToken, expiring: stored.expiryDate, at: now)
        guard token.isFresh(at: now) else { return try await source.next(after: refused, from: endpoint) }
        return RenewedToken(token: token, refreshToken: stored.refreshToken, source: source)
    }
}

/// Saves what a source returns.
private struct RecordedSource: TokenSource {
    let source: any TokenSource
    let record: TokenRecord

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        do {
            let renewed = try await source.next(after: refused, from: endpoint)
            await record.save(StoredToken(renewed))
            return RenewedToken(
                token: renewed.token, refreshToken: renewed.refreshToken,
                source: renewed.source.map { RecordedSource(source: $0, record: record) })
        } catch let error as AuthorizationError where error.reason == .invalidGrant {
            await record.save(nil)
            throw error
        }
    }
}

/// A refresh token from a storage, and the grant to use if the service refuses it.
struct ResumedGrant: TokenSource {
    let refresh: RefreshTokenGrant
    let grant: any TokenSource

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        do {
            return try await refresh.next(after: refused, from: endpoint)
        } catch let error as AuthorizationError where error.reason == .invalidGrant {
            return try await grant.next(after: refused, from: endpoint)
        }
    }
}

/// A grant to an earlier process, of which only the storage knows.
struct EarlierGrant: TokenSource {
    let client: RegisteredClient

    func next(after refused: String?, from endpoint: TokenEndpoint) throws -> RenewedToken {
        throw AuthorizationError(.invalidGrant, message: "the storage holds no token that can be used")
    }

    func resumed(with refreshToken: String) -> (any TokenSource)? {
        RefreshTokenGrant(refreshToken: refreshToken, client: client)
    }
}
