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
import Logging
import RequestedStreams
import SnapTrade
import Testing

/// The examples of the README, between marks that name them. `ReadmeTests` holds the two against each other.
enum Examples {
    static func segments(_ configuration: ClientConfiguration, secret: String) async throws -> [String] {
        var names: [String] = []
        func print(_ name: String) { names.append(name) }
        let client = GenesysCloudClient(
            oauth: .clientCredentials(id: "my-app", secret: secret),
            server: .region(.euWest1),
            configuration: configuration,
        )
        // README: segments
        for try await segment in client.journey.getJourneySegmentsPages(isActive: true).items {
            print(segment.displayName ?? "?")
        }
        // end
        return names
    }

    static func environment() throws -> SnapTradeClient {
        // README: environment
        let client = try SnapTradeClient(environment: .process)
        // end
        return client
    }

    static func connections(_ client: SnapTradeClient, secret: String) async throws -> [String] {
        var lines: [String] = []
        func print(_ name: String, _ brokerage: String) { lines.append("\(name) \(brokerage)") }
        // README: connections
        let connections = try await client.connections.listBrokerageAuthorizations(
            userID: "user-4711",
            userSecret: secret,
        )
        for connection in connections where connection.disabled == true {
            print(connection.name ?? "?", connection.brokerage?.displayName ?? "?")
        }
        // end
        return lines
    }

    static func cache(
        _ client: SnapTradeClient, _ connections: [BrokerageAuthorization],
    ) throws -> [BrokerageAuthorization] {
        // README: cache
        let data = try client.encode(connections)
        let cached = try client.decode([BrokerageAuthorization].self, from: data)
        // end
        return cached
    }

    static func listening(
        _ configuration: ClientConfiguration, to listener: @escaping @Sendable (String) -> Void,
    ) -> ClientConfiguration {
        var configuration = configuration
        let print: @Sendable (String, String) -> Void = { listener("\($0) \($1)") }
        // README: departures
        configuration.onDeparture = { departure in
            print(departure.path, departure.expected)
        }
        // end
        return configuration
    }

    static func validation() -> [String] {
        var lines: [String] = []
        func print(_ pointer: String, _ violation: Violation) { lines.append("\(pointer) \(violation)") }
        // README: validation
        var group = ActionMapScheduleGroup(id: "g1")
        group.id = nil
        do {
            try group.validate()
        } catch {
            for violation in error.violations { print(violation.pointer ?? "", violation) }
        }
        // end
        return lines
    }

    static func checking(_ original: ClientConfiguration) -> ClientConfiguration {
        var configuration = original
        // README: checks
        configuration.options.validation = [.closedValues, .exclusiveAlternatives, .formats]
        configuration.options.responseValidation = []  // tells violations in responses to `onDeparture`
        // end
        return configuration
    }

    static func chat(_ client: RequestedStreamsClient) async throws -> String {
        var text = ""
        // README: stream
        let body = CreateChatBody(question: "What is new?")
        for try await chunk in try await client.streams.createChatStream(body: body) {
            text += chunk.delta
        }
        // end
        return text
    }

    static func files(_ client: FileServiceClient, film: URL, copy: URL) async throws -> Files {
        // README: files
        let file = FilePart(.file(film), filename: "film.mp4", contentType: "video/mp4")
        let body = UploadFileBody(attributes: .init(name: "film.mp4", parent: .init(id: "0")), file: file)
        let files = try await client.files.uploadFile(body: body)
        try await client.files.downloadFileStream(fileID: "42").write(to: copy)
        // end
        return files
    }

    static func update(_ client: GenesysCloudClient, id: String, version: Int) async throws -> JourneySegment
    {
        // README: update
        let segment = try await client.journey.patchJourneySegment(
            segmentID: id,
            body: PatchSegment(displayName: "Big spenders", version: version, description: .null),
        )
        // end
        return segment
    }

    static func remove(_ client: SnapTradeClient, id: UUID, user: String, secret: String) async -> String {
        var text = ""
        func print(_ values: Any...) { text = "\(values)" }
        // README: errors
        do {
            try await client.connections.removeBrokerageAuthorization(
                authorizationID: id, userID: user, userSecret: secret)
        } catch {
            switch error {
            case .invalidRequest(let invalid): print(invalid.violations)  // nothing was sent
            case .unauthorized(let failure): print(failure)  // there is no token to be had
            case .status(let failure):
                print(failure.status, failure.requestID ?? "", failure.retryAfter as Any)
            case .undecodable(let answer): print(answer.path, answer.expected, answer.found)
            case .transport(let failure): print(failure)
            case .cancelled: break
            }
        }
        // end
        return text
    }

    static func importer(_ client: GenesysCloudClient) -> GenesysCloudClient {
        // README: retries
        let importer = client.with {
            $0.timeout = .seconds(60)
            $0.attemptTimeout = .seconds(10)
            $0.retries = RetryPolicy(maxAttempts: 5, maxDelay: .seconds(20))
            $0.idempotencyKey = "import-7"
        }
        // end
        return importer
    }

    static func stored(
        _ code: AuthorizationCode, in file: URL, _ configuration: ClientConfiguration,
    ) -> GenesysCloudClient {
        // README: storage
        struct TokenFile: TokenStorage {
            let url: URL

            func load() throws -> StoredToken? {
                guard FileManager.default.fileExists(atPath: url.path) else { return nil }
                return try JSONDecoder().decode(StoredToken?.self, from: Data(contentsOf: url))
            }

            func save(_ token: StoredToken?) throws {
                let bytes = try JSONEncoder().encode(token)
                // No other user of the machine may read it.
                let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
                let files = FileManager.default
                guard files.createFile(atPath: url.path, contents: bytes, attributes: attributes) else {
                    throw CocoaError(.fileWriteUnknown)
                }
            }
        }
        let client = GenesysCloudClient(
            oauth: .authorizationCode(code).stored(in: TokenFile(url: file)),
            configuration: configuration,
        )
        // end
        return client
    }

    static func device(
        _ configuration: ClientConfiguration, print: (String) -> Void,
    ) async throws -> GenesysCloudClient {
        // README: device
        let device = try await DeviceAuthorization.request(
            clientID: "my-app",
            deviceAuthorizationURL: "https://login.example.com/device",
            tokenURL: "https://login.example.com/token",
            configuration: configuration,
        )
        print("Open \(device.verificationURI) and enter \(device.userCode)")
        let client = GenesysCloudClient(
            oauth: try await device.waitForApproval(),
            configuration: configuration,
        )
        // end
        return client
    }

    static func timed(_ original: ClientConfiguration) -> ClientConfiguration {
        var configuration = original
        // README: middleware
        struct Timing: ClientMiddleware {
            func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream
            {
                let start = ContinuousClock.now
                let response = try await next(request)
                print(request.operation, response.head.status.code, start.duration(to: .now))
                return response
            }
        }
        configuration.middleware = [Timing()]
        // end
        return configuration
    }

    static func limited(_ original: ClientConfiguration) -> ClientConfiguration {
        var configuration = original
        // README: limiter
        configuration.middleware.append(RateLimiter(requests: 10, per: .seconds(1)))
        // end
        return configuration
    }

    static func observed(_ original: ClientConfiguration) -> ClientConfiguration {
        var configuration = original
        // README: observed
        configuration.middleware += [
            TracingMiddleware(),
            MetricsMiddleware(),
            LoggingMiddleware(logger: Logger(label: "com.example.journeys")),
        ]
        // end
        return configuration
    }

    static func outcomes(_ client: GenesysCloudClient) async throws -> String {
        var text = ""
        func print(_ count: Int, _ status: Int, _ headers: HTTPFields) { text = "\(count) \(status)" }
        // README: options
        let quick = client.with { $0.timeout = .seconds(30) }
        let (outcomes, response) = try await quick.withResponse { try await $0.journey.getJourneyOutcomes() }
        print(outcomes.entities?.count ?? 0, response.status.code, response.headers)
        // end
        return text
    }

    static func memory() -> GenesysCloudClient {
        // README: memory
        let transport = InMemoryTransport { _ in .json(#"{"entities": [{"displayName": "Big spenders"}]}"#) }
        let client = GenesysCloudClient(
            oauth: .token("any"),
            configuration: ClientConfiguration(transport: transport),
        )
        // end
        return client
    }

    static func scripted() async throws -> ScriptedTransport {
        // README: scripted
        let clock = FakeClock()
        let transport = ScriptedTransport([
            .failure(TransportError(.interrupted, message: "broken")),
            .json(#"{"entities": []}"#, status: .ok),
        ])
        let client = GenesysCloudClient(
            oauth: .token("any"),
            configuration: .reproducible(transport: transport, clock: clock),
        )
        _ = try await client.journey.getJourneyOutcomes()
        try transport.checkAllUsed()
        #expect(clock.waits == [.milliseconds(500)])
        // end
        return transport
    }

    static func example(in file: URL) async throws {
        // README: example
        let transport = try ExampleTransport(examples: Data(contentsOf: file))
        let client = SnapTradeClient(
            clientID: "any", consumerKey: "any",
            configuration: .reproducible(transport: transport),
        )
        let connections = try await client.connections.listBrokerageAuthorizations(
            userID: "u", userSecret: "s")
        #expect(connections.count == 1)
        // end
    }

    static func recorded(
        _ service: any ClientTransport, in file: URL, calls: (ClientConfiguration) async throws -> Void,
    ) async throws {
        // README: recorded
        let recorder = RecordingTransport(service)
        try await calls(.reproducible(transport: recorder))
        try recorder.recorded.write(to: file)

        let replay = ReplayTransport(try RecordedExchanges(contentsOf: file))
        try await calls(.reproducible(transport: replay))
        // end
    }

    static func linux(_ oauth: OAuth) -> GenesysCloudClient {
        // README: linux
        let transport = AsyncHTTPClientTransport(connectTimeout: .seconds(5))
        let client = GenesysCloudClient(
            oauth: oauth,
            configuration: ClientConfiguration(transport: transport),
        )
        // end
        return client
    }
}
