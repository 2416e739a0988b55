import Foundation
import Synchronization

/// An answer on its way from the thread that receives it to the task that reads it.
///
/// Where the network cannot be held back, what comes faster than it is read waits on disk: memory stays bounded.
/// Readers are woken outside of the lock: who cancels a reader holds its task while waiting for the lock.
final class IncomingResponse: Sendable {
    private typealias HeadReader = CheckedContinuation<HTTPResponse, any Error>

    private struct State {
        var head: HTTPResponse?
        var unread = Data()
        /// What came after `unread`, and would have made it too long.
        var spilled: SpilledBytes?
        /// Set once nothing more comes.
        var end: Result<Void, any Error>?
        var headReader: HeadReader?
        var bodyReader: CheckedContinuation<Data?, any Error>?
    }

    /// What a reader of the body waits for.
    private struct Delivery {
        let reader: CheckedContinuation<Data?, any Error>
        let result: Result<Data?, any Error>

        func make() { reader.resume(with: result) }
    }

    private let state = Mutex(State())

    /// How many bytes may lie unread in memory.
    private static let capacity = 1 << 18
}

// MARK: - The receiving side

extension IncomingResponse {
    func begin(_ head: HTTPResponse) {
        let reader = state.withLock { state in
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

    private func store(_ data: Data, in state: inout sending State) throws {
        let isSpilling = state.spilled.map { !$0.isEmpty } ?? false
        guard isSpilling || state.unread.count + data.count > Self.capacity else {
            state.unread += data
            return
        }
        var spilled = try state.spilled ?? SpilledBytes()
        try spilled.append(data)
        state.spilled = spilled
    }

    /// Nothing more comes: because all is there, or because of an error. Only the first word counts.
    func end(_ error: (any Error)?) {
        let (headReader, delivery) = state.withLock { state -> (HeadReader?, Delivery?) in
            guard state.end == nil else { return (nil, nil) }
            if let error { state.end = .failure(error) } else { state.end = .success(()) }
            return (state.headReader.take(), nextDelivery(&state))
        }
        headReader?.resume(throwing: error ?? TransportError(.interrupted, message: "the answer has no head"))
        delivery?.make()
    }

    /// What lies unread, or the end, if somebody waits.
    private func nextDelivery(_ state: inout sending State) -> Delivery? {
        guard let reader = state.bodyReader, let result = take(&state) else { return nil }
        state.bodyReader = nil
        return Delivery(reader: reader, result: result)
    }

    /// What a reader gets now; `nil` if it has to wait.
    private func take(_ state: inout sending State) -> Result<Data?, any Error>? {
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
    /// Waits until the answer begins.
    func head() async throws -> HTTPResponse {
        try await withCheckedThrowingContinuation { reader in
            let known = state.withLock { state -> Result<HTTPResponse, any Error>? in
                if let head = state.head { return .success(head) }
                if case .failure(let error)? = state.end { return .failure(error) }
                state.headReader = reader
                return nil
            }
            if let known { reader.resume(with: known) }
        }
    }

    /// Waits for more of the body; `nil` at its end.
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

/// The reader's hold on a connection, which is closed when its task is cancelled and when it is let go.
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
            incoming.end(CancellationError())
            closing()
        }

        func whileOpen<Value: Sendable>(_ wait: () async throws -> Value) async throws -> Value {
            try await withTaskCancellationHandler(operation: wait) { close() }
        }
    }

    private let hold: Hold

    /// - Parameter closing: Closes the connection; it may be called more than once.
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
