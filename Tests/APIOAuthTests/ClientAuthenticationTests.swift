import APIOAuth
import APIRuntime
import Foundation
import Testing

private let id = "i d"
private let secret = "s:/+%"

/// What `Authorization` holds: `i%20d:s%3A%2F%2B%25` in Base64, and `i d:s:/+%`.
private let encoded = "Basic aSUyMGQ6cyUzQSUyRiUyQiUyNQ=="
private let unencoded = "Basic aSBkOnM6Lysl"

private func flows(_ authentication: ClientAuthentication) -> [OAuth] {
    let code = AuthorizationCode("code", redirectURI: "a:b", clientID: id)
    return [
        .clientCredentials(id: id, secret: secret, authentication: authentication),
        .refreshToken("refresh", clientID: id, clientSecret: secret, authentication: authentication),
        .authorizationCode(code, clientSecret: secret, authentication: authentication),
    ]
}

@Suite struct ClientAuthenticationTests {
    /// A service that takes one spelling of the client, and the logins that it got.
    private func logins(_ oauth: OAuth, accepted: String?, calls: Int = 1) async -> [String?] {
        let transport = InMemoryTransport { request in
            guard request.path.hasSuffix("/token") else { return .empty(status: .noContent) }
            return request.head.headerFields[.authorization] == accepted
                ? granted(1, refreshToken: "refresh")
                : .json(#"{"error":"invalid_client"}"#, status: .unauthorized)
        }
        let service = Service()
        var api = service.client(oauth)
        api.configuration.transport = transport
        for _ in 0..<calls {
            _ = await failure { [api] () throws(APIError) in try await api.call() }
            service.wait(4000)
        }
        return transport.requests.filter { $0.path.hasSuffix("/token") }
            .map { $0.head.headerFields[.authorization] }
    }

    @Test func encodesAsTheStandardSays() async {
        for oauth in flows(.basic) {
            #expect(await logins(oauth, accepted: encoded, calls: 2) == [encoded, encoded])
        }
    }

    @Test func sendsBothAsTheyAre() async {
        for oauth in flows(.unencodedBasic) {
            #expect(await logins(oauth, accepted: unencoded, calls: 2) == [unencoded, unencoded])
        }
    }

    /// What worked is used for the next token, too.
    @Test func triesWithoutTheEncoding() async {
        for oauth in flows(.basic) {
            #expect(await logins(oauth, accepted: unencoded, calls: 2) == [encoded, unencoded, unencoded])
        }
    }

    @Test func triesOnce() async {
        for oauth in flows(.basic) {
            #expect(await logins(oauth, accepted: "neither") == [encoded, unencoded])
        }
        for oauth in flows(.unencodedBasic) {
            #expect(await logins(oauth, accepted: "neither") == [unencoded])
        }
        #expect(await logins(.machine, accepted: "neither") == ["Basic aWQ6c2VjcmV0"])
    }

    @Test func doesNotTryAgainAfterAnotherFailure() async {
        let service = Service { _ in .json(#"{"error":"invalid_scope"}"#, status: .badRequest) }
        for (number, oauth) in flows(.basic).enumerated() {
            _ = await failure { () throws(APIError) in try await service.client(oauth).call() }
            #expect(service.tokenRequests.count == number + 1)
        }
    }

    @Test func sendsBothInTheBody() async throws {
        let form = "client_id=i%20d&client_secret=s%3A%2F%2B%25"
        let forms = [
            "grant_type=client_credentials&\(form)",
            "grant_type=refresh_token&\(form)&refresh_token=refresh",
            "grant_type=authorization_code&\(form)&code=code&redirect_uri=a%3Ab",
        ]
        let service = Service()
        for oauth in flows(.post) { try await service.client(oauth).call() }
        #expect(service.tokenRequests.map(\.text) == forms)
        #expect(service.tokenRequests.allSatisfy { $0.head.headerFields[.authorization] == nil })
    }

    /// A public client has no secret to send.
    @Test(arguments: [ClientAuthentication.basic, .unencodedBasic, .post])
    func sendsTheIDOfAPublicClient(authentication: ClientAuthentication) async throws {
        let service = Service()
        try await service.client(
            .refreshToken("refresh", clientID: "id", authentication: authentication)
        ).call()
        #expect(
            service.tokenRequests.map(\.text)
                == ["grant_type=refresh_token&client_id=id&refresh_token=refresh"])
        #expect(service.tokenRequests.allSatisfy { $0.head.headerFields[.authorization] == nil })
    }
}
