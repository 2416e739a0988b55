import Foundation
import Synchronization

/// An answer on its way from the thread that receives it to the task that reads it.
///
/// Where the network cannot be held back, what comes faster than it is read waits on disk: memory stays bounded.
final class IncomingResponse: Sendable {
    private struct State {
        var head: HTTPResponse?
        var unread = Data()
        /// What came after `unread`, and would have made it too long.
        var spilled: SpilledBytes?
        /// Set once nothing more comes.
        var end: Result<Void, any Error>?
        var headReader: CheckedContinuation<HTTPResponse, any Error>?
        var bodyReader: CheckedContinuation<Data?, any Error>?
    }

    private let state = Mutex(State())

    /// How many bytes may lie unread in memory.
    private static let capacity = 1 << 18
}

// MARK: - The receiving side

extension IncomingResponse {
    func begin(_ head: HTTPResponse) {
        state.withLock { state in
            state.head = head
            state.headReader?.resume(returning: head)
            state.headReader = nil
        }
    }

    func append(_ data: Data) {
        state.withLock { state in
            guard state.end == nil, !data.isEmpty else { return }
            do {
                try store(data, in: &state)
            } catch {
                state.end = .failure(
                    TransportError(.other, message: "there is no place for what is not read yet"))
            }
            serve(&state)
        }
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
        state.withLock { state in
            guard state.end == nil else { return }
            state.end = error.map { .failure($0) } ?? .success(())
            let noHead = error ?? TransportError(.interrupted, message: "the answer has no head")
            state.headReader?.resume(throwing: noHead)
            state.headReader = nil
            serve(&state)
        }
    }

    /// Hands over what lies unread, or the end, if somebody waits.
    private func serve(_ state: inout sending State) {
        guard let reader = state.bodyReader, let result = take(&state) else { return }
        state.bodyReader = nil
        reader.resume(with: result)
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
            state.withLock { state in
                if let head = state.head {
                    reader.resume(returning: head)
                } else if case .failure(let error)? = state.end {
                    reader.resume(throwing: error)
                } else {
                    state.headReader = reader
                }
            }
        }
    }

    /// Waits for more of the body; `nil` at its end.
    func next() async throws -> Data? {
        try await withCheckedThrowingContinuation { reader in
            state.withLock { state in
                if let result = take(&state) {
                    reader.resume(with: result)
                } else {
                    state.bodyReader = reader
                }
            }
        }
    }
}

/// The reader's hold on a connection, which is closed when its task is cancelled and when it is let go.
struct Connection: AsyncSequence, Sendable {
    fileprivate final class Hold: Sendable {
        let incoming: IncomingResponse
        private let closing: @Sendable () -> Void

        init(_ incoming: IncomingResponse, _ closing: @escaping @Sendable () -> Void) {
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
        hold = Hold(incoming, closing)
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
