import APIOAuth
@_spi(Generated) import APIRuntime
import Foundation

/// A service together with who hands out its tokens, in memory.
final class Service: Sendable {
    /// What the clock shows at first.
    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    let transport: InMemoryTransport
    private let clock: Clock

    /// - Parameters:
    ///   - refused: The access tokens that the service answers with 401.
    ///   - token: The answers to the requests for a token, numbered from 1.
    init(
        refusing refused: Set<String> = [],
        token: @escaping @Sendable (_ number: Int) async throws -> TransportResponse = { granted($0) },
    ) {
        let count = Count()
        transport = InMemoryTransport { request in
            if request.path.hasSuffix("/token") { return try await token(count.next()) }
            let isRefused = refused.contains(request.bearer ?? "")
            return isRefused ? .json(#"{"message":"no"}"#, status: .unauthorized) : .json("true")
        }
        clock = Clock()
    }

    /// What was sent to the service itself.
    var calls: [TransportRequest] { transport.requests.filter { !$0.path.hasSuffix("/token") } }

    /// What was sent to get tokens.
    var tokenRequests: [TransportRequest] { transport.requests.filter { $0.path.hasSuffix("/token") } }

    func client(_ oauth: OAuth, endpoints: OAuthEndpoints = .standard) -> APIClient {
        var configuration = ClientConfiguration(transport: transport, now: { [clock] in clock.now })
        configuration.sleep = { _ in }
        var api = APIClient(
            baseURL: BaseURL(template: "https://api.{region}", variables: ["region": "example.com"]),
            configuration: configuration)
        api.credentials["OAuth"] = .oauth(oauth, endpoints: endpoints)
        api.security = [["OAuth"]]
        return api
    }

    func wait(_ seconds: Double) { clock.advance(by: seconds) }
}

extension OAuthEndpoints {
    static var standard: OAuthEndpoints {
        OAuthEndpoints(
            authorization: "https://login.{region}/authorize", token: "https://login.{region}/oauth/token")
    }
}

extension OAuth {
    static var machine: OAuth { .clientCredentials(id: "id", secret: "secret") }
}

extension APIClient {
    /// A call that needs a token.
    func call() async throws(APIError) {
        try await send(Request(.get, "/items", operation: "getItems"))
    }
}

extension TransportRequest {
    /// The access token.
    var bearer: String? {
        head.headerFields[.authorization].map { String($0.dropFirst("Bearer ".count)) }
    }

    /// The body as text.
    var text: String { String(decoding: body ?? Data(), as: UTF8.self) }
}

/// The answer that grants `access-1` and the like.
func granted(_ number: Int, expiresIn: Int? = 3600, refreshToken: String? = nil) -> TransportResponse {
    let members = [
        #""access_token":"access-\#(number)""#, #""token_type":"bearer""#,
        expiresIn.map { #""expires_in":\#($0)"# }, refreshToken.map { #""refresh_token":"\#($0)""# },
    ]
    return .json("{\(members.compactMap(\.self).joined(separator: ","))}")
}

/// A clock that is set by hand.
private final class Clock: Sendable {
    private let mutex = Locked(Service.start)

    var now: Date { mutex.withLock { $0 } }

    func advance(by seconds: Double) { mutex.withLock { $0 += seconds } }
}

/// Counts from 1.
final class Count: Sendable {
    private let mutex = Locked(0)

    func next() -> Int {
        mutex.withLock {
            $0 += 1
            return $0
        }
    }
}

/// What someone was told, in order.
actor Told {
    private(set) var tokens: [String] = []

    func append(_ token: String) { tokens.append(token) }
}
