#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

/// A session whose delegate is the runtime's. It is invalidated when it is released and its last task has ended.
final class OwnSession: Sendable {
    private let session: URLSession
    private let delegate = SessionDelegate()

    init(configuration: URLSessionConfiguration) {
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit { session.finishTasksAndInvalidate() }

    static let shared: OwnSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        // Foundation's default of 6 makes further requests wait.
        configuration.httpMaximumConnectionsPerHost = 64
        return OwnSession(configuration: configuration)
    }()

    /// Sends a request, and follows its redirects.
    ///
    /// - Parameter encode: Makes the request of Foundation, with its time limits.
    func stream(
        _ request: TransportRequest, as encode: (TransportRequest) throws -> URLRequest,
    ) async throws -> TransportStream {
        try await Redirect.follow(from: request) { request in
            let stream = try await responsible(for: request).begin(request, as: try encode(request))
            return (stream.head, stream)
        }.body
    }

    /// On Linux, a new session for requests that are not idempotent or have a body that is not in memory: on a
    /// connection that the server has closed in the meantime, libcurl would send them again, or wait until the timeout.
    private func responsible(for request: TransportRequest) -> OwnSession {
        #if canImport(FoundationNetworking)
            let isInMemory = request.content == nil || request.content is Data
            if request.head.method.isIdempotent, isInMemory { return self }
            return OwnSession(configuration: session.configuration)
        #else
            return self
        #endif
    }

    private func begin(
        _ request: TransportRequest, as urlRequest: URLRequest,
    ) async throws -> TransportStream {
        let receiver = SessionDelegate.Receiver(request)
        let file = try await UploadFile(request.content)
        let task = await session.task(with: urlRequest, from: file?.url)
        delegate.add(receiver, for: task)
        // The file is kept as long as the connection.
        let connection = Connection(receiver.incoming) { [file] in
            _ = file
            task.cancelLater()
        }
        task.resume()
        return TransportStream(head: try await connection.head(), body: connection)
    }
}

/// A body in a file, which is deleted with this object if it was made here.
private final class UploadFile: Sendable {
    let url: URL
    private let isTemporary: Bool

    /// - Returns: `nil` for bytes in memory.
    init?(_ content: (any HTTPBody)?) async throws {
        switch content {
        case nil, is Data: return nil
        case let file as HTTPFileBody:
            url = file.url
            isTemporary = false
        case let content?:
            url = FileManager.default.temporaryDirectory.appendingPathComponent("body-\(UUID().uuidString)")
            isTemporary = true
            try await write(content)
        }
    }

    deinit {
        if isTemporary { try? FileManager.default.removeItem(at: url) }
    }

    private func write(_ content: any HTTPBody) async throws {
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes) else {
            throw TransportError(.other, message: "there is no place for the body that is to be sent")
        }
        let file = try FileHandle(forWritingTo: url)
        defer { try? file.close() }
        var count = 0
        for try await chunk in try await SentChunks(of: content) {
            try Task.checkCancellation()
            try file.write(contentsOf: chunk)
            count += chunk.count
        }
        if let length = content.length, length != count {
            throw TransportError(.other, message: "the body has another length than it should")
        }
    }
}

extension URLSession {
    /// Creates a task, on Linux without blocking a thread of Swift's tasks while it waits for the queue of the session.
    fileprivate func task(with request: URLRequest, from file: URL?) async -> URLSessionDataTask {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: file.map { self.uploadTask(with: request, fromFile: $0) }
                        ?? self.dataTask(with: request))
            }
        }
    }
}
