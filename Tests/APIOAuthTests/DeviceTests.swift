import APIOAuth
@_spi(Generated) import APIRuntime
import Foundation
import Testing

private let codes = #"""
    {"device_code":"de/vice","user_code":"WDJB-MJHT","verification_uri":"https://login.example.com/device",
    "verification_uri_complete":"https://login.example.com/device?user_code=WDJB-MJHT",
    "expires_in":1800,"interval":5}
    """#

/// An answer to a poll.
private func refusal(_ error: String, status: Int = 400) -> TransportResponse {
    .json(#"{"error":"\#(error)"}"#, status: .init(code: status))
}

@Suite(.timeLimit(.minutes(1))) struct DeviceTests {
    private let waits = Waits()

    /// A service that hands out codes, and answers polls in order, the last one again and again.
    private func service(
        _ codes: String = codes, _ answers: @escaping @Sendable (Int) throws -> TransportResponse,
    ) -> InMemoryTransport {
        let count = Count()
        return InMemoryTransport { request in
            request.path.hasSuffix("/token") ? try answers(count.next()) : .json(codes)
        }
    }

    private func configuration(_ transport: InMemoryTransport) -> ClientConfiguration {
        var configuration = ClientConfiguration(transport: transport, now: { [waits] in waits.now })
        configuration.sleep = { [waits] in waits.sleep($0) }
        return configuration
    }

    private func device(
        _ transport: InMemoryTransport, secret: String? = nil,
    ) async throws -> DeviceAuthorization {
        try await DeviceAuthorization.request(
            clientID: "id", clientSecret: secret, scopes: ["a:read", "b"],
            deviceAuthorizationURL: "https://login.example.com/device",
            tokenURL: "https://login.example.com/token", configuration: configuration(transport))
    }

    /// The error of waiting, for answers in order.
    private func failure(_ answers: TransportResponse...) async throws -> AuthorizationError? {
        let device = try await device(service { answers[min($0, answers.count) - 1] })
        return await #expect(throws: AuthorizationError.self) { _ = try await device.waitForApproval() }
    }

    @Test func asksForCodes() async throws {
        let transport = service { _ in granted(1) }
        let device = try await device(transport)
        #expect(device.userCode == "WDJB-MJHT")
        #expect(device.verificationURI.absoluteString == "https://login.example.com/device")
        #expect(
            device.verificationURIComplete?.absoluteString
                == "https://login.example.com/device?user_code=WDJB-MJHT")
        #expect(device.expiryDate == Service.start + 1800)
        #expect(device.interval == .seconds(5))
        #expect(transport.requests.map(\.text) == ["client_id=id&scope=a%3Aread%20b"])
        #expect(transport.requests.first?.head.path == "/device")
    }

    @Test func authenticatesAClientWithASecret() async throws {
        let transport = service { _ in granted(1) }
        _ = try await device(transport, secret: "secret").waitForApproval()
        #expect(
            transport.requests.map { $0.head.headerFields[.authorization] }
                == ["Basic aWQ6c2VjcmV0", "Basic aWQ6c2VjcmV0"])
        #expect(
            transport.requests.map(\.text) == [
                "scope=a%3Aread%20b",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=de%2Fvice",
            ])
    }

    @Test func findsTheEndpointsOfTheDocument() async throws {
        let transport = service { _ in granted(1) }
        let endpoints = OAuthEndpoints(
            token: "https://login.{region}/oauth/token", deviceAuthorization: "https://login.{region}/device")
        let server = APIServer<Int>(template: "https://api.{region}", variables: ["region": "example.org"])
        _ = try await DeviceAuthorization.request(
            clientID: "id", endpoints: endpoints, server: server, configuration: configuration(transport)
        ).waitForApproval()
        #expect(
            transport.requests.map { "\($0.head.authority ?? "")\($0.path)" }
                == ["login.example.org/device", "login.example.org/oauth/token"])
    }

    /// The answers to the polls, and the waits before them.
    @Test func waitsUntilTheUserHasDecided() async throws {
        let answers = [
            refusal("authorization_pending"), refusal("slow_down"),
            refusal("authorization_pending", status: 428),
            // As GitHub answers.
            refusal("authorization_pending", status: 200), refusal("slow_down", status: 429),
        ]
        let transport = service { $0 > answers.count ? granted(1, refreshToken: "r1") : answers[$0 - 1] }
        let told = Told()
        let oauth = try await device(transport).waitForApproval { await told.append($0) }
        #expect(waits.all == [5, 5, 10, 10, 10, 15].map { .seconds($0) })
        #expect(
            Set(transport.requests.dropFirst().map(\.text)) == [
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=id"
                    + "&device_code=de%2Fvice"
            ])
        #expect(await told.tokens == ["r1"])

        let service = Service { granted($0 + 1, refreshToken: "r\($0 + 1)") }
        let api = service.client(oauth)
        try await api.call()
        service.wait(4000)
        try await api.call()
        #expect(service.calls.map(\.bearer) == ["access-1", "access-2"])
        #expect(
            service.tokenRequests.map(\.text)
                == ["grant_type=refresh_token&client_id=id&refresh_token=r1"])
    }

    @Test func waitsLongerForAServiceInTrouble() async throws {
        let transport = service { number in
            switch number {
            case 1: throw TransportError(.unreachable, message: "nobody listens")
            case 2: throw TransportError(.timedOut, message: "no answer")
            case 3:
                var response = refusal("server_error", status: 503)
                response.head.headerFields[.retryAfter] = "60"
                return response
            default: return granted(1)
            }
        }
        _ = try await device(transport).waitForApproval()
        #expect(waits.all == [5, 10, 20, 60].map { .seconds($0) })
    }

    @Test func endsWhenTheUserSaysNo() async throws {
        let error = try await failure(refusal("authorization_pending"), refusal("access_denied"))
        #expect(error?.reason == .accessDenied)
        #expect(error?.description == "the service answered access_denied.")
        #expect(waits.all == [.seconds(5), .seconds(5)])
    }

    @Test func endsWithTheCodes() async throws {
        #expect(try await failure(refusal("expired_token")).map(\.reason) == .expiredToken)
        #expect(try await failure(refusal("invalid_client", status: 401)).map(\.reason) == .invalidClient)
        #expect(try await failure(.json("{}")).map(\.reason) == .invalidResponse)
    }

    /// Codes whose time is over are not sent any more.
    @Test func endsWithoutAnAnswerThatTellsTheEnd() async throws {
        let codes = codes.replacing("1800", with: #""12""#)
        let transport = service(codes) { _ in refusal("authorization_pending") }
        let device = try await device(transport)
        let error = await #expect(throws: AuthorizationError.self) { _ = try await device.waitForApproval() }
        #expect(error?.reason == .expiredToken)
        #expect(error?.description == "the user did not approve the request before its codes expired.")
        #expect(waits.all == [5, 5, 2].map { .seconds($0) })
        #expect(transport.requests.count == 3)
    }

    @Test func endsAtAnUntrustedConnection() async throws {
        let device = try await device(
            service { _ in throw TransportError(.insecure, message: "untrusted") })
        await #expect(throws: TransportError.self) { _ = try await device.waitForApproval() }
    }

    @Test func endsAtOnceWhenItIsCancelled() async throws {
        let transport = service { _ in granted(1) }
        let began = AsyncStream<Void>.makeStream()
        var configuration = configuration(transport)
        configuration.sleep = { _ in
            began.continuation.yield()
            for await _ in AsyncStream<Void>.makeStream().stream {}
        }
        let device = try await DeviceAuthorization.request(
            clientID: "id", deviceAuthorizationURL: "https://a.b/device", tokenURL: "https://a.b/token",
            configuration: configuration)
        let waiting = Task { _ = try await device.waitForApproval() }
        for await _ in began.stream { break }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(transport.requests.count == 1)
    }

    /// What is granted now is newer than what is stored.
    @Test func replacesWhatIsStored() async throws {
        let storage = MemoryStorage()
        await storage.set(StoredToken(accessToken: "kept", refreshToken: "stored"))
        let transport = service { _ in granted(1, refreshToken: "r1") }
        let service = Service()
        try await service.client(try await device(transport).waitForApproval().stored(in: storage)).call()
        #expect(service.calls.map(\.bearer) == ["access-1"])
        #expect(await storage.token?.refreshToken == "r1")
    }

    // MARK: - Answers that do not fit

    /// What the answer holds, and the interval in seconds that is made of it.
    @Test(arguments: [("", 5), (#","interval":"7""#, 7), (#","interval":0"#, 1), (#","interval":null"#, 5)])
    func readsTheInterval(member: String, seconds: Int) async throws {
        let answer =
            #"{"device_code":"d","user_code":"u","verification_url":"https://a.b","expires_in":60\#(member)}"#
        let device = try await device(service(answer) { _ in granted(1) })
        #expect(device.interval == .seconds(seconds))
        #expect(device.verificationURI.absoluteString == "https://a.b")
        #expect(device.verificationURIComplete == nil)
    }

    @Test(arguments: [
        ("device_code", "(at $.device_code): expected a value, since the member is required"),
        ("user_code", "(at $.user_code): expected a value, since the member is required"),
        ("verification_uri", "(at $): expected a verification URI"),
        ("expires_in", "(at $): expected a lifetime in seconds"),
    ])
    func saysWhatIsMissing(member: String, message: String) async throws {
        let transport = service(codes.replacing("\"\(member)\"", with: "\"x\"")) { _ in granted(1) }
        let error = await #expect(throws: AuthorizationError.self) { _ = try await device(transport) }
        #expect(error?.reason == .invalidResponse)
        #expect(
            error?.description
                == "the answer to the device authorization request does not fit RFC 8628 \(message).")
    }

    @Test func saysThatThereIsNoEndpoint() async throws {
        let error = await #expect(throws: AuthorizationError.self) {
            _ = try await DeviceAuthorization.request(
                clientID: "id", endpoints: .standard, server: APIServer<Int>("https://a.b"))
        }
        #expect(
            error?.description
                == "the document names no device authorization URL; give DeviceAuthorization a "
                + "deviceAuthorizationURL and a tokenURL.")
    }

    @Test func hidesItsCodes() async throws {
        let codes = codes.replacing("de/vice", with: "the+device+code")
        let transport = service(codes) { _ in
            .json(#"{"error":"invalid_grant","error_description":"of the+device+code"}"#, status: .badRequest)
        }
        let device = try await device(transport, secret: "client+secret")
        let error = await #expect(throws: AuthorizationError.self) { _ = try await device.waitForApproval() }
        for value: Any in [device, try #require(error)] {
            let shown = everythingShown(value)
            for secret in ["the+device+code", "client+secret", "WDJB-MJHT"] {
                #expect(!shown.contains(secret))
            }
        }
    }
}

/// A clock that a wait sets forward, and its waits.
private final class Waits: Sendable {
    private let record = Locked<[Duration]>([])

    var all: [Duration] { record.withLock { $0 } }
    var now: Date { Service.start + all.reduce(0) { $0 + $1 / .seconds(1) } }

    func sleep(_ duration: Duration) { record.withLock { $0.append(duration) } }
}
