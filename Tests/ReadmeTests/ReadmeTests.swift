import APIOAuth
import APIRuntime
import APIRuntimeAsyncHTTPClient
import APIRuntimeLogging
import APIRuntimeMetrics
import APIRuntimeTesting
import APIRuntimeTracing
import FileService
import Foundation
import GenesysCloud
import RequestedStreams
import SnapTrade
import Testing

@Suite struct ReadmeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private static func read(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// The lines of a text without their indentation.
    private static func lines(_ text: Substring) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func holdsTheExamplesThatAreRunHere() throws {
        let readme = Self.lines(try Self.read("../../README.md")[...]).joined(separator: "\n")
        let examples = try Self.examples()
        #expect(examples.count == 23)
        for text in examples {
            #expect(readme.contains(text), "the README has this example as it is run: \(text)")
        }
    }

    private static func examples() throws -> [String] {
        try read("Examples.swift").components(separatedBy: "// README: ").dropFirst().map { example in
            let code = try #require(example.components(separatedBy: "// end").first)
            return lines(code.drop { $0 != "\n" }).joined(separator: "\n").trimmingCharacters(in: .newlines)
        }
    }

    @Test func showsNoOtherCodeInTheCatalogueOfTheRuntime() throws {
        let catalogue = "../../Sources/APIRuntime/APIRuntime.docc"
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: Self.folder.appendingPathComponent(catalogue).path)
        let blocks = try pages.flatMap { page in
            try Self.read("\(catalogue)/\(page)").components(separatedBy: "```swift\n").dropFirst().map {
                Self.lines(($0.components(separatedBy: "\n```").first ?? "")[...]).joined(separator: "\n")
            }
        }
        #expect(blocks.count >= 10)
        let examples = try Set(Self.examples())
        for block in blocks {
            #expect(examples.contains(block), "an example that is run has this code: \(block)")
        }
    }

    @Test func listsSegments() async throws {
        let transport = InMemoryTransport { request in
            if request.head.authority == "login.mypurecloud.ie" {
                return .json(#"{"access_token": "t", "token_type": "bearer", "expires_in": 3600}"#)
            }
            let isSecond = request.head.path?.contains("pageNumber=2") ?? false
            return .json(#"{"pageCount": 2, "entities": [{"displayName": "\#(isSecond ? "B" : "A")"}]}"#)
        }
        let names = try await Examples.segments(ClientConfiguration(transport: transport), secret: "s")
        #expect(names == ["A", "B"])
        #expect(
            transport.requests.map(\.head.authority) == [
                "login.mypurecloud.ie", "api.mypurecloud.ie", "api.mypurecloud.ie",
            ])
    }

    @Test func namesTheVariablesOfTheEnvironment() {
        let error = #expect(throws: MissingVariables.self) { try Examples.environment() }
        #expect(error?.names == ["SNAPTRADE_CLIENT_ID", "SNAPTRADE_CONSUMER_KEY"])
    }

    @Test func answersWithExamples() async throws {
        try await Examples.example(
            in: Self.folder.appendingPathComponent("../../Generated/SnapTrade/Documentation/examples.json"))
    }

    @Test func checksValues() {
        #expect(Examples.validation() == ["/id $.id must be set"])
        let options = Examples.checking(ClientConfiguration()).options
        #expect(options.validation == .all && options.responseValidation == [])
    }

    @Test func listsConnections() async throws {
        let body =
            #"[{"name": "C", "disabled": true, "brokerage": {"display_name": "N"}}, {"disabled": false}]"#
        let client = snapTrade(InMemoryTransport { _ in .json(body) })
        #expect(try await Examples.connections(client, secret: "s") == ["C N"])
    }

    @Test func keepsConnections() async throws {
        let json = #"{"created_date":"2024-01-01T00:00:00Z","meta":null,"new":[1.50],"type":"read"}"#
        let client = snapTrade(InMemoryTransport { _ in .json("[\(json)]") })
        let connections = try await client.connections.listBrokerageAuthorizations(
            userID: "u", userSecret: "s")
        #expect(try Examples.cache(client, connections) == connections)
        let data = try client.encode(connections)
        #expect(String(decoding: data, as: UTF8.self) == "[\(json)]")
        let other = try JSONEncoder().encode(connections)
        #expect(try JSONDecoder().decode([BrokerageAuthorization].self, from: other) == connections)
    }

    @Test func hearsOfDepartures() async throws {
        let transport = InMemoryTransport { _ in .json(#"[{"disabled": "no"}]"#) }
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        let client = SnapTradeClient(
            clientID: "MYAPP", consumerKey: "key",
            configuration: Examples.listening(
                ClientConfiguration(transport: transport), to: { continuation.yield($0) }))
        let connections = try await client.connections.listBrokerageAuthorizations(
            userID: "u", userSecret: "s")
        #expect(connections.first?.disabled == nil)
        continuation.finish()
        #expect(await lines.reduce(into: []) { $0.append($1) } == ["$[0].disabled true or false"])
    }

    @Test func retriesAnImport() async throws {
        let transport = InMemoryTransport { _ in .empty(status: .serviceUnavailable) }
        var configuration = ClientConfiguration(transport: transport)
        configuration.sleep = { _ in }
        let client = GenesysCloudClient(oauth: .token("t"), configuration: configuration)
        let error = await #expect(throws: APIError.self) {
            _ = try await Examples.importer(client).journey.postJourneyOutcomes()
        }
        #expect(error?.status == .serviceUnavailable)
        #expect(error?.isRetryable == true)
        let key = HTTPField.Name("Idempotency-Key")
        #expect(
            transport.requests.map { request in key.flatMap { request.head.headerFields[$0] } }
                == Array(repeating: "import-7", count: 5))
    }

    @Test func keepsTokens() async throws {
        let transport = InMemoryTransport { request in
            request.path.hasSuffix("/token")
                ? .json(#"{"access_token": "t", "token_type": "bearer", "expires_in": 3600}"#) : .json("{}")
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        for _ in 1...2 {
            let code = AuthorizationCode("code", redirectURI: "a:b", clientID: "id")
            let client = Examples.stored(code, in: file, ClientConfiguration(transport: transport))
            _ = try await client.journey.getJourneyOutcomes()
        }
        #expect(transport.requests.filter { $0.path.hasSuffix("/token") }.count == 1)
    }

    @Test func waitsForTheUser() async throws {
        let transport = InMemoryTransport { request in
            switch request.path {
            case "/device":
                .json(
                    #"{"device_code": "d", "user_code": "A-B", "verification_uri": "https://a.b", "expires_in": 9}"#
                )
            case "/token": .json(#"{"access_token": "t", "token_type": "bearer"}"#)
            default: .json("{}")
            }
        }
        var lines: [String] = []
        let client = try await Examples.device(.reproducible(transport: transport)) { lines.append($0) }
        _ = try await client.journey.getJourneyOutcomes()
        #expect(lines == ["Open https://a.b and enter A-B"])
        #expect(transport.requests.last?.head.headerFields[.authorization] == "Bearer t")
    }

    @Test func timesCalls() async throws {
        let transport = InMemoryTransport { _ in .json("{}") }
        let client = GenesysCloudClient(
            oauth: .token("t"), configuration: Examples.timed(ClientConfiguration(transport: transport)))
        _ = try await client.journey.getJourneyOutcomes()
        #expect(transport.requests.count == 1)
    }

    @Test func limitsTheRate() {
        let configuration = Examples.limited(ClientConfiguration())
        #expect(configuration.middleware.first is RateLimiter)
    }

    @Test func updatesASegment() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"id": "1", "displayName": "Big spenders"}"#) }
        let client = GenesysCloudClient(
            oauth: .token("t"), configuration: ClientConfiguration(transport: transport))
        #expect(try await Examples.update(client, id: "1", version: 2).displayName == "Big spenders")
        let body = String(decoding: transport.requests[0].body ?? Data(), as: UTF8.self)
        #expect(body == #"{"description":null,"displayName":"Big spenders","version":2}"#)
    }

    @Test func tellsWhatWentWrong() async throws {
        let client = snapTrade(InMemoryTransport { _ in .empty(status: .notFound) })
        let text = await Examples.remove(client, id: UUID(), user: "u", secret: "hush")
        #expect(text.contains("404"))
        #expect(!text.contains("hush"))
    }

    @Test func readsAStream() async throws {
        let events = "data: {\"delta\": \"No\"}\n\ndata: {\"delta\": \"thing\"}\n\ndata: [DONE]\n\n"
        let transport = InMemoryTransport { _ in
            let head = HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])
            return TransportResponse(head: head, body: Data(events.utf8))
        }
        let client = RequestedStreamsClient(
            server: "https://example.com", configuration: ClientConfiguration(transport: transport))
        #expect(try await Examples.chat(client) == "Nothing")
    }

    @Test func movesFiles() async throws {
        let transport = InMemoryTransport {
            $0.head.method == .post ? .json("{}", status: .created) : .bytes("film")
        }
        let client = FileServiceClient(
            bearer: "key", server: "https://example.com",
            configuration: ClientConfiguration(transport: transport))
        let folder = FileManager.default.temporaryDirectory
        let (film, copy) = (
            folder.appendingPathComponent("film-\(UUID().uuidString)"),
            folder.appendingPathComponent("copy-\(UUID().uuidString)")
        )
        defer { for url in [film, copy] { try? FileManager.default.removeItem(at: url) } }
        try Data("film".utf8).write(to: film)
        _ = try await Examples.files(client, film: film, copy: copy)
        #expect(try Data(contentsOf: copy) == Data("film".utf8))
        let body = String(decoding: transport.requests[0].body ?? Data(), as: UTF8.self)
        #expect(body.contains("Content-Type: video/mp4\r\n\r\nfilm\r\n"))
    }

    @Test func showsTheAnswer() async throws {
        #expect(try await Examples.outcomes(Examples.memory()) == "1 200")
    }

    @Test func readsHeadersOfTheDocument() async throws {
        let transport = InMemoryTransport { _ in
            var response = TransportResponse.empty(status: .tooManyRequests)
            response.head.headerFields[.retryAfter] = "7"
            return response
        }
        var configuration = ClientConfiguration(transport: transport)
        configuration.options.retries = .never
        let client = GenesysCloudClient(oauth: .token("t"), configuration: configuration)
        let error = await #expect(throws: APIError.self) { try await client.journey.getJourneyOutcomes() }
        let delay: Int? = error?.statusFailure?[GenesysCloudClient.Headers.retryAfter]
        #expect(delay == 7)
    }

    @Test func observesAttempts() async throws {
        let transport = InMemoryTransport { _ in .json("{}") }
        let configuration = Examples.observed(ClientConfiguration(transport: transport))
        #expect(
            configuration.middleware.map { "\(type(of: $0))" } == [
                "TracingMiddleware", "MetricsMiddleware", "LoggingMiddleware",
            ])
        let client = GenesysCloudClient(oauth: .token("t"), configuration: configuration)
        _ = try await client.journey.getJourneyOutcomes()
        #expect(transport.requests.map(\.pathTemplate) == ["/api/v2/journey/outcomes"])
    }

    @Test func answersByAScript() async throws {
        #expect(try await Examples.scripted().requests.map(\.attempt) == [1, 2])
    }

    @Test func replaysARecording() async throws {
        let service = InMemoryTransport { _ in .json(#"{"entities": [{"displayName": "A"}]}"#) }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        var names: [String?] = []
        try await Examples.recorded(service, in: file) { configuration in
            let client = GenesysCloudClient(oauth: .token("hush-4711"), configuration: configuration)
            names.append(try await client.journey.getJourneyOutcomes().entities?.first?.displayName)
        }
        #expect(names == ["A", "A"])
        #expect(service.requests.count == 1)
        #expect(try !String(contentsOf: file, encoding: .utf8).contains("hush-4711"))
    }

    @Test func usesAsyncHTTPClient() {
        let client = Examples.linux(.token("t"))
        #expect(client.api.configuration.transport is AsyncHTTPClientTransport)
    }

    private func snapTrade(_ transport: InMemoryTransport) -> SnapTradeClient {
        SnapTradeClient(
            clientID: "MYAPP", consumerKey: "key", configuration: ClientConfiguration(transport: transport))
    }
}

extension TransportResponse {
    fileprivate static func bytes(_ text: String) -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: .ok), body: Data(text.utf8))
    }
}
