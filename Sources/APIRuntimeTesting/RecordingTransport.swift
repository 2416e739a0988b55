public import APIRuntime

/// A transport that passes requests on to another one, and records the exchanges.
///
///     let transport = RecordingTransport(URLSessionTransport())
///     _ = try await PetsClient(configuration: .reproducible(transport: transport)).pets.list()
///     try transport.recorded.write(to: file)
///
/// For a service that checks the time of requests, record with `FakeClock(Date())`, and replay with a clock of that date.
/// Attempts without a response are not recorded. A stream is received as a whole before it is passed on, so that one
/// without an end cannot be recorded. Copies of a transport share their recording.
public struct RecordingTransport: ClientTransport {
    private let transport: any ClientTransport
    private let record = Locked(RecordedExchanges())

    /// Creates a transport.
    ///
    /// - Parameter transport: Sends the requests.
    public init(_ transport: any ClientTransport) { self.transport = transport }

    /// What was recorded so far.
    public var recorded: RecordedExchanges { record.current }

    /// Sends a request and records the exchange.
    ///
    /// - Throws: The error of the other transport.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let response = try await transport.send(request)
        let exchange = RecordedExchanges.Exchange(request, response)
        record.change { $0.exchanges.append(exchange) }
        return response
    }
}
