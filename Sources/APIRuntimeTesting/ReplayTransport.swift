public import APIRuntime

/// A transport that answers from ``RecordedExchanges``, without a network.
///
///     let transport = ReplayTransport(try RecordedExchanges(contentsOf: file))
///     let client = PetsClient(configuration: .reproducible(transport: transport))
///
/// A request gets the response to the recorded one that has the same method, path, query and body, secrets aside: they may
/// differ. Each exchange is replayed once, in the order of the recording. A request that was not recorded fails with
/// `APIError.transport`, whose message names the nearest one that was; it is not retried. Copies of a transport
/// share what was replayed.
public struct ReplayTransport: ClientTransport {
    private let recording: RecordedExchanges
    private let rest: Locked<[RecordedExchanges.Exchange]>

    /// Creates a transport.
    public init(_ recording: RecordedExchanges) {
        self.recording = recording
        rest = Locked(recording.exchanges)
    }

    /// Returns the recorded response.
    ///
    /// - Throws: `TransportError` if the request was not recorded, or was replayed as often as it was recorded.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let key = RecordedExchanges.RequestKey(request)
        var exchange: RecordedExchanges.Exchange?
        rest.change { rest in
            exchange = rest.firstIndex { $0.request == key }.map { rest.remove(at: $0) }
        }
        guard let exchange else { throw TransportError(.other, message: recording.advice(on: key)) }
        return exchange.response
    }

    /// Checks that all exchanges were replayed; call it at the end of a test.
    ///
    /// - Throws: ``UnusedAnswers`` if some were not.
    public func checkAllUsed() throws(UnusedAnswers) {
        let left = Dictionary(grouping: rest.current, by: \.operation).mapValues(\.count)
        guard left.isEmpty else { throw UnusedAnswers(count: 0, operations: left) }
    }
}

extension RecordedExchanges {
    /// Why a request gets no response.
    fileprivate func advice(on key: RequestKey) -> String {
        guard let nearest = exchanges.min(by: { key.distance(to: $0.request) < key.distance(to: $1.request) })
        else { return "nothing was recorded, so that there is no response to \(key.title)" }
        let count = exchanges.count { $0.request == key }
        if count > 0 { return "\(key.title) was recorded \(count) times, and sent once more" }
        return "\(key.title) was not recorded; the nearest request is \(nearest.request.title) of "
            + "'\(nearest.operation)', with another \(key.differences(from: nearest.request))"
    }
}

extension RecordedExchanges.RequestKey {
    fileprivate var title: String { "\(method) \(path)" }

    /// Larger for each segment of the path that differs than for method, query and body together.
    fileprivate func distance(to other: Self) -> Int {
        let (own, others) = (path.split(separator: "/"), other.path.split(separator: "/"))
        let segments = zip(own, others).count { $0 != $1 } + abs(own.count - others.count)
        return segments * 8 + (method == other.method ? 0 : 4) + (query == other.query ? 0 : 2)
            + (bodyHash == other.bodyHash ? 0 : 1)
    }

    fileprivate func differences(from other: Self) -> String {
        var parts: [String] = []
        if method != other.method { parts.append("method") }
        if path != other.path { parts.append("path") }
        if query != other.query { parts.append("query ('\(other.query)', not '\(query)')") }
        if bodyHash != other.bodyHash { parts.append("body") }
        return parts.joined(separator: " and ")
    }
}
