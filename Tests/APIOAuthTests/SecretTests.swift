import APIOAuth
import APIRuntime
import Foundation
import Testing

/// Words that stand for secrets; `+` is there to be escaped.
private let secrets = ["client+secret", "access+token", "refresh+1", "refresh+2", "the+code", "the+verifier"]

private let forms =
    secrets + secrets.map { $0.replacing("+", with: "%2B") }
    + ["id:client%2Bsecret", "id:client+secret"].map { Data($0.utf8).base64EncodedString() }

private let code = AuthorizationCode(
    "the+code", redirectURI: "a:b", clientID: "id", verifier: "the+verifier")

private let flows: [OAuth] = [
    .token("access+token"), .provider { _ in "access+token" },
    .clientCredentials(id: "id", secret: "client+secret"),
    .clientCredentials(id: "id", secret: "client+secret", authentication: .unencodedBasic),
    .clientCredentials(id: "id", secret: "client+secret", authentication: .post),
    .refreshToken("refresh+1", clientID: "id", clientSecret: "client+secret"),
    .authorizationCode(code, clientSecret: "client+secret"), .authorizationCode(code),
]

@Suite struct SecretTests {
    private func expectNoSecret(in value: Any) {
        let shown = everythingShown(value)
        for form in forms { #expect(!shown.contains(form), "\(form) in \(shown)") }
    }

    @Test(arguments: flows)
    func hidesThemInValues(oauth: OAuth) throws {
        let request = try AuthorizationRequest(
            clientID: "id", redirectURI: "a:b", authorizationURL: "https://a.b")
        let credential = Credential.oauth(oauth, endpoints: .standard)
        for value: Any in [oauth, code, credential, Service().client(oauth), request] {
            expectNoSecret(in: value)
        }
        #expect(!everythingShown(request).contains(request.verifier))
        #expect(!everythingShown(request).contains(request.state))
    }

    /// Answers of either server that repeat all they were sent.
    @Test(arguments: flows, [200, 400, 401, 500])
    func hidesThemInErrors(oauth: OAuth, status: Int) async throws {
        for tokenBody in [
            #"{"error":"%@","error_description":"got %@","access_token":["%@"]}"#,
            #"{"error":"invalid_grant","error_description":"of %@"}"#, "sent %@",
            #"{"access_token":"access+token","refresh_token":"refresh+2"}"#,
        ] {
            let transport = InMemoryTransport { request in
                let sent = [request.text, request.head.headerFields[.authorization] ?? ""]
                    .joined(separator: " ")
                let echo = "\(sent) \(sent.removingPercentEncoding ?? "")"
                return .json(
                    request.path.hasSuffix("/token") ? tokenBody.replacing("%@", with: echo) : "sent \(echo)",
                    status: .init(code: request.path.hasSuffix("/token") ? status : 401))
            }
            var api = Service().client(oauth)
            api.configuration.transport = transport
            let error = await failure { [api] () throws(APIError) in try await api.call() }
            expectNoSecret(in: try #require(error))
        }
    }

    /// A transport that tells all that it was given.
    @Test(arguments: flows)
    func hidesThemInFailuresOfTheTransport(oauth: OAuth) async throws {
        let transport = InMemoryTransport { request in
            let authorization = request.head.headerFields[.authorization] ?? ""
            throw Leak(description: "cannot send \(request.text) with \(authorization)")
        }
        var api = Service().client(oauth)
        api.configuration.transport = transport
        let error = await failure { [api] () throws(APIError) in try await api.call() }
        #expect(error?.description.contains("cannot send") == true)
        expectNoSecret(in: try #require(error))
    }
}

private struct Leak: Error, CustomStringConvertible {
    let description: String
}
