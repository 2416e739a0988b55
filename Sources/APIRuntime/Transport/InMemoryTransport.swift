/// A transport without a network: answers by a closure and keeps what was sent, for tests.
///
///     let transport = InMemoryTransport { _ in .json(#"{"id": "1"}"#) }
///     let client = PetsClient(configuration: ClientConfiguration(transport: transport))
///     _ = try await client.pets.get(id: "1")
///     #expect(transport.requests.map(\.path) == ["/pets/1"])
public struct InMemoryTransport: Transport {
    private let record = Locked<[TransportRequest]>([])
    private let answer: @Sendable (TransportRequest) async throws -> TransportResponse

    /// Creates a transport that answers each request by this closure.
    public init(
        answer: @escaping @Sendable (TransportRequest) async throws -> TransportResponse = { _ in .empty() },
    ) {
        self.answer = answer
    }

    /// What was sent, in order. Copies of a transport share their record.
    public var requests: [TransportRequest] { record.current }

    /// Keeps the request and answers it by the closure.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        record.change { $0.append(request) }
        return try await answer(request)
    }
}
