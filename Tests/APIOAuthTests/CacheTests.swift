import APIOAuth
import APIRuntime
import Testing

@Suite struct CacheTests {
    /// A token is used until a tenth of its life, at most a minute, is left.
    @Test(arguments: [(3600, 3539.0, 3540.0), (100, 89, 90), (600, 539, 540)])
    func renewsShortlyBeforeTheEnd(lifetime: Int, fresh: Double, stale: Double) async throws {
        let service = Service { granted($0, expiresIn: lifetime) }
        let api = service.client(.machine)
        try await api.call()
        service.wait(fresh)
        try await api.call()
        service.wait(stale - fresh)
        try await api.call()
        #expect(service.calls.map(\.bearer) == ["access-1", "access-1", "access-2"])
        #expect(service.tokenRequests.count == 2)
    }

    @Test func keepsATokenWithoutAnEnd() async throws {
        let service = Service { granted($0, expiresIn: nil) }
        let api = service.client(.machine)
        try await api.call()
        service.wait(1_000_000_000)
        try await api.call()
        #expect(service.tokenRequests.count == 1)
    }

    @Test(arguments: [#""100""#, "100", "100.0"])
    func readsTheLifetime(text: String) async throws {
        let service = Service { number in
            .json(#"{"access_token":"a\#(number)","expires_in":\#(text),"token_type":"BEARER","more":[1]}"#)
        }
        let api = service.client(.machine)
        try await api.call()
        service.wait(89)
        try await api.call()
        #expect(service.tokenRequests.count == 1)
        service.wait(1)
        try await api.call()
        #expect(service.tokenRequests.count == 2)
    }

    /// What is no time says nothing of one: the token is kept until it is refused.
    @Test(arguments: [#""nan""#, #""inf""#, "1e999", "-5", #""soon""#, "null"])
    func keepsATokenWhoseLifetimeIsNone(text: String) async throws {
        let service = Service { number in
            .json(#"{"access_token":"a\#(number)","expires_in":\#(text),"token_type":"BEARER"}"#)
        }
        let api = service.client(.machine)
        try await api.call()
        try await api.call()
        #expect(service.tokenRequests.count == 1)
    }

    /// Copies of a client have one token; clients made one by one have their own.
    @Test func isSharedByCopies() async throws {
        let service = Service()
        let api = service.client(.machine)
        var copy = api
        copy.options.timeout = .seconds(500)
        try await api.call()
        try await copy.call()
        #expect(service.tokenRequests.count == 1)
        try await service.client(.machine).call()
        #expect(service.tokenRequests.count == 2)
    }

    /// The access tokens, the refresh tokens that go out and those that the owner is told of.
    @Test func followsTheRotationOfRefreshTokens() async throws {
        let service = Service { granted($0, refreshToken: ["r1", nil, "r3", "r3", "r5"][$0 - 1]) }
        let told = Told()
        let api = service.client(
            .refreshToken("r0", clientID: "id", clientSecret: "secret") { await told.append($0) })
        for _ in 1...5 {
            try await api.call()
            service.wait(4000)
        }
        #expect(
            service.tokenRequests.map(\.text)
                == ["r0", "r1", "r1", "r3", "r3"].map { "grant_type=refresh_token&refresh_token=\($0)" })
        #expect(await told.tokens == ["r1", "r3", "r5"])
    }

    @Test func goesOnFromACodeWithItsRefreshToken() async throws {
        let service = Service { granted($0, refreshToken: "r\($0)") }
        let told = Told()
        let code = AuthorizationCode("code", redirectURI: "a:b", clientID: "id")
        let api = service.client(.authorizationCode(code) { await told.append($0) })
        try await api.call()
        service.wait(4000)
        try await api.call()
        #expect(
            service.tokenRequests.map(\.text) == [
                "grant_type=authorization_code&client_id=id&code=code&redirect_uri=a%3Ab",
                "grant_type=refresh_token&client_id=id&refresh_token=r1",
            ])
        #expect(await told.tokens == ["r1", "r2"])
    }

    @Test func endsWithACodeThatCameWithoutARefreshToken() async throws {
        let service = Service()
        let code = AuthorizationCode("code", redirectURI: "a:b", clientID: "id")
        let api = service.client(.authorizationCode(code))
        try await api.call()
        service.wait(4000)
        let error = await failure { () throws(APIError) in try await api.call() }
        #expect(
            error?.description
                == "getItems was not authorized: the access token has expired and came without a refresh token. "
                + "Let the user authorize this client again.")
        #expect(service.tokenRequests.count == 1)
    }
}
