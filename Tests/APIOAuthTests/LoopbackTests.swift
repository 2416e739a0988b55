import APIOAuth
@_spi(Generated) import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// The whole way over sockets of this machine.
@Suite(.timeLimit(.minutes(5))) struct LoopbackTests {
    private func client(_ server: String, _ oauth: OAuth) -> APIClient {
        var api = APIClient(baseURL: BaseURL(server))
        api.credentials["OAuth"] = .oauth(oauth, endpoints: OAuthEndpoints())
        api.security = [["OAuth"]]
        return api
    }

    @Test func asksOnceForManyCalls() async throws {
        let granting = Granting()
        let requests = try await withServer(
            below: "/base",
            { request in
                guard request.target == "/base/token" else {
                    let isAccepted = request.headers["authorization"] == "Bearer access-2"
                    return .init(statusCode: isAccepted ? .noContent : .unauthorized)
                }
                try await Task.sleep(for: .milliseconds(100))
                return .init(statusCode: .ok, body: granted(await granting.next()).body)
            }
        ) { server in
            let api = client(
                server, .clientCredentials(id: "id", secret: "secret", tokenURL: "\(server)/token"))
            // The first token is refused, so that each call goes out twice.
            let outcomes = await atOnce(100) { () throws(APIError) in try await api.call() }
            #expect(outcomes.allSatisfy { $0 == nil })
        }
        let tokenRequests = requests.filter { $0.target == "/base/token" }
        #expect(tokenRequests.count == 2)
        let request = try #require(tokenRequests.first)
        #expect(request.method == "POST")
        #expect(request.headers["authorization"] == "Basic aWQ6c2VjcmV0")
        #expect(request.headers["content-type"] == "application/x-www-form-urlencoded")
        #expect(request.headers["accept"] == "application/json")
        #expect(String(decoding: request.body, as: UTF8.self) == "grant_type=client_credentials")
    }
}

private actor Granting {
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
