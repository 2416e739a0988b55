public import APIRuntime

/// A transport that gives the answers of a script, each once and in order.
///
///     let transport = ScriptedTransport([.empty(status: .serviceUnavailable), .json(#"{"id": "1"}"#)])
///     let client = PetsClient(configuration: .reproducible(transport: transport))
///     _ = try await client.pets.get(id: "1")
///     try transport.checkAllUsed()
///
/// Answers of an operation are given to its requests alone, whatever the order among operations is. A request for which
/// nothing is left fails with `APIError.transport`, whose message says so; it is not retried. Copies of a transport
/// share their script.
public struct ScriptedTransport: ClientTransport {
    fileprivate struct State {
        var requests: [TransportRequest] = []
        var answers: [ScriptedAnswer]
        var ofOperations: [String: [ScriptedAnswer]]
    }

    private let state: Locked<State>

    /// Creates a transport.
    ///
    /// - Parameters:
    ///   - answers: The answers to requests of operations that have none of their own.
    ///   - operations: The answers of operations, by the `operationId` in the document.
    public init(_ answers: [ScriptedAnswer] = [], operations: [String: [ScriptedAnswer]] = [:]) {
        state = Locked(State(answers: answers, ofOperations: operations))
    }

    /// The requests sent so far, in order, including those that got no answer.
    public var requests: [TransportRequest] { state.current.requests }

    /// Records the request and returns the next answer with its whole body.
    ///
    /// - Throws: The `TransportError` of the script, or one that says that no answer is left.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let stream = try answer(request)
        return TransportResponse(head: stream.head, body: try await stream.remainder())
    }

    /// Records the request and returns the next answer.
    ///
    /// - Throws: The `TransportError` of the script, or one that says that no answer is left.
    public func stream(_ request: TransportRequest) async throws -> TransportStream { try answer(request) }

    /// Checks that the script was used up; call it at the end of a test.
    ///
    /// - Throws: ``UnusedAnswers`` if answers are left.
    public func checkAllUsed() throws(UnusedAnswers) {
        let state = state.current
        let counts = state.ofOperations.filter { !$0.value.isEmpty }.mapValues(\.count)
        guard state.answers.isEmpty, counts.isEmpty else {
            throw UnusedAnswers(count: state.answers.count, operations: counts)
        }
    }

    private func answer(_ request: TransportRequest) throws -> TransportStream {
        var answer: ScriptedAnswer?
        state.change { answer = $0.next(for: request) }
        guard let answer else {
            throw TransportError(
                .other,
                message: "the script has no answer left for '\(request.operation)', request \(requests.count)"
            )
        }
        return try answer.outcome.get()
    }
}

extension ScriptedTransport.State {
    fileprivate mutating func next(for request: TransportRequest) -> ScriptedAnswer? {
        requests.append(request)
        guard var own = ofOperations[request.operation] else {
            return answers.isEmpty ? nil : answers.removeFirst()
        }
        guard !own.isEmpty else { return nil }
        let first = own.removeFirst()
        ofOperations[request.operation] = own
        return first
    }
}

/// The error for answers that no request asked for.
public struct UnusedAnswers: Error, Hashable, CustomStringConvertible {
    /// The number of answers that were for any operation.
    public let count: Int
    /// The numbers of answers that were for one operation, by its `operationId` in the document.
    public let operations: [String: Int]

    public var description: String {
        let own = operations.sorted { $0.key < $1.key }.map { "\($0.value) for '\($0.key)'" }
        let all = (count > 0 ? ["\(count) for any operation"] : []) + own
        return "answers were not used: \(all.joined(separator: ", "))"
    }
}
