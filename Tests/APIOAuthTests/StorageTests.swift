import APIOAuth
import APIRuntime
import Foundation
import Testing

private let code = AuthorizationCode("code", redirectURI: "a:b", clientID: "id")

/// Renewals of refresh tokens alone, as forms.
private func refreshes(_ tokens: String...) -> [String] {
    tokens.map { "grant_type=refresh_token&client_id=id&refresh_token=\($0)" }
}

@Suite struct StorageTests {
    private let storage = MemoryStorage()

    private func stored(expiresIn lifetime: Double?, refreshToken: String? = "stored") -> StoredToken {
        StoredToken(
            accessToken: "kept", expiryDate: lifetime.map { Service.start + $0 }, refreshToken: refreshToken)
    }

    /// What is stored outlives the client.
    @Test func survivesARestart() async throws {
        let service = Service { granted($0, refreshToken: "r\($0)") }
        try await service.client(.authorizationCode(code).stored(in: storage)).call()
        #expect(
            await storage.token
                == StoredToken(
                    accessToken: "access-1", expiryDate: Service.start + 3600, refreshToken: "r1"))
        let next = service.client(.authorizationCode(code).stored(in: storage))
        try await next.call()
        #expect(service.calls.map(\.bearer) == ["access-1", "access-1"])
        #expect(service.tokenRequests.count == 1)
        service.wait(3600)
        try await next.call()
        #expect(service.calls.last?.bearer == "access-2")
        #expect(service.tokenRequests.dropFirst().map(\.text) == refreshes("r1"))
        #expect(await storage.token?.refreshToken == "r2")
    }

    @Test func keepsTokensOfTheClientItself() async throws {
        let service = Service()
        for _ in 1...2 { try await service.client(.machine.stored(in: storage)).call() }
        #expect(service.tokenRequests.count == 1)
        service.wait(4000)
        try await service.client(.machine.stored(in: storage)).call()
        #expect(
            service.tokenRequests.map(\.text)
                == ["grant_type=client_credentials", "grant_type=client_credentials"])
        #expect(await storage.loads == 3)
    }

    /// The remaining life, and whether the token is used as it is.
    @Test(arguments: [(nil, true), (3600, true), (100, true), (1, true), (0, false), (-3600, false)])
    func usesATokenWhileItIsFresh(lifetime: Double?, isUsed: Bool) async throws {
        await storage.set(stored(expiresIn: lifetime))
        let service = Service()
        try await service.client(.authorizationCode(code).stored(in: storage)).call()
        #expect(service.calls.map(\.bearer) == [isUsed ? "kept" : "access-1"])
        #expect(service.tokenRequests.map(\.text) == (isUsed ? [] : refreshes("stored")))
    }

    @Test func prefersWhatIsStoredToAnOlderRefreshToken() async throws {
        await storage.set(stored(expiresIn: 0))
        let service = Service { granted($0, refreshToken: "r\($0)") }
        let told = Told()
        let grant = OAuth.refreshToken("old", clientID: "id") { await told.append($0) }
        try await service.client(grant.stored(in: storage)).call()
        #expect(service.tokenRequests.map(\.text) == refreshes("stored"))
        #expect(await told.tokens == ["r1"])
    }

    @Test func renewsAStoredTokenThatIsRefused() async throws {
        await storage.set(stored(expiresIn: 3600))
        let service = Service(refusing: ["kept"])
        try await service.client(.authorizationCode(code).stored(in: storage)).call()
        #expect(service.calls.map(\.bearer) == ["kept", "access-1"])
        #expect(service.tokenRequests.map(\.text) == refreshes("stored"))
        // The refresh token stays, as the answer held no other.
        #expect(await storage.token?.accessToken == "access-1")
        #expect(await storage.token?.refreshToken == "stored")
    }

    /// A user who had to sign in again brings a new code.
    @Test func usesTheGrantIfTheStoredOneIsRefused() async throws {
        await storage.set(stored(expiresIn: 0))
        let service = Service { number in
            number == 1
                ? .json(#"{"error":"invalid_grant"}"#, status: .badRequest)
                : granted(number, refreshToken: "new")
        }
        try await service.client(.authorizationCode(code).stored(in: storage)).call()
        #expect(
            service.tokenRequests.map(\.text)
                == refreshes("stored")
                + ["grant_type=authorization_code&client_id=id&code=code&redirect_uri=a%3Ab"])
        #expect(await storage.token?.refreshToken == "new")
        #expect(await storage.saves == 1)
    }

    @Test func forgetsWhatIsRefused() async {
        await storage.set(stored(expiresIn: 0))
        let service = Service { _ in .json(#"{"error":"invalid_grant"}"#, status: .badRequest) }
        let api = service.client(.authorizationCode(code).stored(in: storage))
        #expect(await reason { () throws(APIError) in try await api.call() } == .invalidGrant)
        #expect(await storage.token == nil)
        #expect(service.tokenRequests.count == 2)
    }

    @Test(arguments: [400, 401, 503])
    func keepsWhatAnotherFailureDoesNotConcern(status: Int) async {
        await storage.set(stored(expiresIn: 0))
        let service = Service { _ in .json(#"{"error":"invalid_client"}"#, status: .init(code: status)) }
        let api = service.client(.authorizationCode(code).stored(in: storage))
        #expect(await reason { () throws(APIError) in try await api.call() } != nil)
        #expect(await storage.token == stored(expiresIn: 0))
        #expect(await storage.saves == 0)
    }

    /// Who hands in a token wants to use it.
    @Test func prefersATokenThatIsGiven() async throws {
        await storage.set(stored(expiresIn: 3600))
        let service = Service()
        try await service.client(OAuth.token("mine").stored(in: storage)).call()
        #expect(service.calls.map(\.bearer) == ["mine"])
        #expect(await storage.token == StoredToken(accessToken: "mine"))
    }

    // MARK: - Without a grant

    @Test func goesOnWithoutAGrant() async throws {
        await storage.set(stored(expiresIn: 0))
        let service = Service { granted($0, refreshToken: "r\($0)") }
        let api = service.client(.stored(in: storage, clientID: "id"))
        try await api.call()
        service.wait(4000)
        try await api.call()
        #expect(service.tokenRequests.map(\.text) == refreshes("stored", "r1"))
    }

    @Test func asksForTheUserIfNothingIsStored() async {
        let service = Service()
        for token in [nil, stored(expiresIn: 0, refreshToken: nil)] {
            await storage.set(token)
            let api = service.client(.stored(in: storage, clientID: "id"))
            let error = await failure { () throws(APIError) in try await api.call() }
            #expect(
                error?.description
                    == "getItems was not authorized: the storage holds no token that can be used. "
                    + "Let the user authorize this client again.")
        }
        #expect(service.tokenRequests.isEmpty && service.calls.isEmpty)
    }

    // MARK: - Failures

    @Test func usesATokenThatIsNotSaved() async throws {
        await storage.fail(saving: true)
        let service = Service { granted($0, refreshToken: "r\($0)") }
        let told = Told()
        let oauth = OAuth.refreshToken("r0", clientID: "id").stored(in: storage) {
            await told.append("\($0)")
        }
        let api = service.client(oauth)
        try await api.call()
        try await api.call()
        #expect(service.calls.map(\.bearer) == ["access-1", "access-1"])
        #expect(await told.tokens == ["the keychain is locked"])
        await storage.fail(saving: false)
        service.wait(4000)
        try await api.call()
        #expect(service.tokenRequests.map(\.text) == refreshes("r0", "r1"))
        #expect(await storage.token?.refreshToken == "r2")
    }

    /// Whoever cannot read what is stored does not spend the grant, and can try again.
    @Test func asksForNoTokenBeforeItHasLoaded() async throws {
        await storage.set(stored(expiresIn: 0))
        await storage.fail(loading: true)
        let service = Service()
        let api = service.client(.authorizationCode(code).stored(in: storage))
        let error = await failure { () throws(APIError) in try await api.call() }
        #expect(error?.description.contains("the keychain is locked") == true)
        #expect(service.tokenRequests.isEmpty && service.calls.isEmpty)
        await storage.fail(loading: false)
        try await api.call()
        #expect(service.tokenRequests.map(\.text) == refreshes("stored"))
    }

    // MARK: - Values

    @Test func canBeEncoded() throws {
        let token = stored(expiresIn: 3600)
        let data = try JSONEncoder().encode(token)
        #expect(try JSONDecoder().decode(StoredToken.self, from: data) == token)
        let bare = try JSONDecoder().decode(StoredToken.self, from: Data(#"{"accessToken":"a"}"#.utf8))
        #expect(bare == StoredToken(accessToken: "a"))
    }

    @Test func showsNoToken() {
        let token = StoredToken(accessToken: "access+token", expiryDate: nil, refreshToken: "refresh+1")
        let oauth = OAuth.stored(in: storage, clientID: "id", clientSecret: "client+secret")
        for value: Any in [token, [token], oauth, Service().client(oauth)] {
            let shown = everythingShown(value)
            for secret in ["access+token", "refresh+1", "client+secret"] { #expect(!shown.contains(secret)) }
        }
    }
}
