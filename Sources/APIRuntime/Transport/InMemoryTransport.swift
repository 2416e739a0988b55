/// A transport for tests that passes requests to a closure instead of the network, and records them.
///
///     let transport = InMemoryTransport { _ in .json(#"{"id": "1"}"#) }
///     let client = PetsClient(configuration: ClientConfiguration(transport: transport))
///     _ = try await client.pets.get(id: "1")
///     #expect(transport.requests.map(\.path) == ["/pets/1"])
public struct InMemoryTransport: ClientTransport {
    private let record = Locked<[TransportRequest]>([])
    private let answer: @Sendable (TransportRequest) async throws -> TransportResponse

    /// Creates a transport that responds to each request with the result of a closure, by default with 204.
    public init(
        answer: @escaping @Sendable (TransportRequest) async throws -> TransportResponse = { _ in .empty() },
    ) {
        self.answer = answer
    }

    /// The requests sent so far, in order. Copies of a transport share their record.
    public var requests: [TransportRequest] { record.current }

    /// Records the request and returns the result of the closure.
    ///
    /// - Throws: The error of the closure.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        record.change { $0.append(request) }
        return try await answer(request)
    }
}
