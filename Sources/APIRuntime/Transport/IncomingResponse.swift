import Foundation

/// A response in transit from the thread that receives it to the task that reads it.
///
/// Without back pressure, data may arrive faster than it is read. It is then buffered on disk, so that memory stays
/// bounded. Continuations are resumed outside of the lock: cancelling a reader locks its task and then waits for this
/// lock.
final class IncomingResponse: Sendable {
    private typealias HeadReader = CheckedContinuation<HTTPResponse, any Error>

    private struct State {
        var head: HTTPResponse?
        var unread = Data()
        /// The data received after `unread`, beyond its capacity.
        var spilled: SpilledBytes?
        /// Set once the response is complete or has failed.
        var end: Result<Void, any Error>?
        var headReader: HeadReader?
        var bodyReader: CheckedContinuation<Data?, any Error>?
    }

    /// A continuation and the result to resume it with.
    private struct Delivery {
        let reader: CheckedContinuation<Data?, any Error>
        let result: Result<Data?, any Error>

        func make() { reader.resume(with: result) }
    }

    private let state = Locked(State())

    /// The maximum number of bytes that are buffered in memory.
    private static let capacity = 1 << 18
}

// MARK: - The receiving side

extension IncomingResponse {
    /// Begins the response. Only the first call has an effect.
    func begin(_ head: HTTPResponse) {
        let reader = state.withLock { state -> HeadReader? in
            guard state.head == nil else { return nil }
            state.head = head
            return state.headReader.take()
        }
        reader?.resume(returning: head)
    }

    func append(_ data: Data) {
        let delivery = state.withLock { state -> Delivery? in
            guard state.end == nil, !data.isEmpty else { return nil }
            do {
                try store(data, in: &state)
            } catch {
                state.end = .failure(
                    TransportError(.other, message: "there is no place for what is not read yet"))
            }
            return nextDelivery(&state)
        }
        delivery?.make()
    }

    private func store(_ data: Data, in state: inout State) throws {
        let isSpilling = state.spilled.map { !$0.isEmpty } ?? false
        guard isSpilling || state.unread.count + data.count > Self.capacity else {
            state.unread += data
            return
        }
        var spilled = try state.spilled ?? SpilledBytes()
        try spilled.append(data)
        state.spilled = spilled
    }

    /// Ends the response, successfully if there is no error. Only the first call has an effect.
    ///
    /// - Returns: Whether it is the first one.
    @discardableResult
    func end(_ error: (any Error)?) -> Bool {
        let (isFirst, headReader, delivery) = state.withLock { state -> (Bool, HeadReader?, Delivery?) in
            guard state.end == nil else { return (false, nil, nil) }
            if let error { state.end = .failure(error) } else { state.end = .success(()) }
            return (true, state.headReader.take(), nextDelivery(&state))
        }
        headReader?.resume(throwing: error ?? TransportError.noHead)
        delivery?.make()
        return isFirst
    }

    /// The unread bytes, or the end, if a reader is waiting.
    private func nextDelivery(_ state: inout State) -> Delivery? {
        guard let reader = state.bodyReader, let result = take(&state) else { return nil }
        state.bodyReader = nil
        return Delivery(reader: reader, result: result)
    }

    /// The result for a reader, or `nil` if it has to wait.
    private func take(_ state: inout State) -> Result<Data?, any Error>? {
        if !state.unread.isEmpty {
            defer { state.unread = Data() }
            return .success(state.unread)
        }
        if let spilled = state.spilled, !spilled.isEmpty {
            return Result { try state.spilled?.take(Self.capacity) }
        }
        return state.end.map { end in end.map { nil } }
    }
}

// MARK: - The reading side

extension IncomingResponse {
    /// Waits for the status and the headers.
    func head() async throws -> HTTPResponse {
        try await withCheckedThrowingContinuation { reader in
            let known = state.withLock { state -> Result<HTTPResponse, any Error>? in
                if let head = state.head { return .success(head) }
                switch state.end {
                case .failure(let error)?: return .failure(error)
                case .success?: return .failure(TransportError.noHead)
                case nil: break
                }
                state.headReader = reader
                return nil
            }
            if let known { reader.resume(with: known) }
        }
    }

    /// Waits for the next bytes of the body; `nil` at its end.
    func next() async throws -> Data? {
        try await withCheckedThrowingContinuation { reader in
            let known = state.withLock { state in
                let result = take(&state)
                if result == nil { state.bodyReader = reader }
                return result
            }
            if let known { reader.resume(with: known) }
        }
    }
}

/// The reader's end of a connection. The connection is closed when the reading task is cancelled and when the last copy
/// is released.
struct Connection: AsyncSequence, Sendable {
    fileprivate final class Hold: Sendable {
        let incoming: IncomingResponse
        private let closing: @Sendable () -> Void

        init(_ incoming: IncomingResponse, closing: @escaping @Sendable () -> Void) {
            self.incoming = incoming
            self.closing = closing
        }

        deinit { close() }

        func close() {
            if incoming.end(CancellationError()) { closing() }
        }

        func whileOpen<Value: Sendable>(_ wait: () async throws -> Value) async throws -> Value {
            try await withTaskCancellationHandler(operation: wait) { close() }
        }
    }

    private let hold: Hold

    /// - Parameter closing: Closes the connection. It is not called after the end of the response.
    init(_ incoming: IncomingResponse, closing: @escaping @Sendable () -> Void) {
        hold = Hold(incoming, closing: closing)
    }

    func head() async throws -> HTTPResponse {
        try await hold.whileOpen { try await hold.incoming.head() }
    }

    func makeAsyncIterator() -> Iterator { Iterator(hold: hold) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let hold: Hold

        func next() async throws -> Data? {
            try await hold.whileOpen { try await hold.incoming.next() }
        }
    }
}

extension TransportError {
    fileprivate static let noHead = TransportError(.interrupted, message: "the answer has no head")
}
