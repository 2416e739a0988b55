public import Foundation

/// Carries requests to a service and brings its answers back.
///
/// A transport sends what it is given: method, path, query and body go out byte for byte, since a
/// signature may cover them. It answers with whatever status the service sent, and throws only if there
/// is no answer: ``TransportError`` with a reason, or `CancellationError`.
public protocol Transport: Sendable {
    /// Sends a request and waits for the whole answer.
    func send(_ request: TransportRequest) async throws -> TransportResponse

    /// Sends a request and returns as soon as the answer begins. Its body follows as it comes.
    ///
    /// Operations whose answers are streams need it. A transport without a method of its own waits for the whole
    /// answer, and hands its body over in one piece.
    func stream(_ request: TransportRequest) async throws -> TransportStream
}

extension Transport {
    public func stream(_ request: TransportRequest) async throws -> TransportStream {
        TransportStream(try await send(request))
    }
}

/// What a transport sends.
public struct TransportRequest: Sendable {
    /// The `operationId` in the document, for logs and for stand-ins that answer by operation.
    public var operation: String
    /// Method, scheme, authority, path with query as on the wire, and headers.
    public var head: HTTPRequest
    /// The bytes of the body, or `nil` if there is none.
    public var body: Data?
    /// The time that the call may take in all; `nil` for a stream, which may be silent for long. The client watches
    /// over it; a transport may use it to free its own resources in time.
    public var timeout: Duration?
    /// Whether a redirect may be followed. If not, it is the answer: the operation lists it as a success.
    public var followsRedirects = true

    /// Creates a request, as an ``APIClient`` does for each call.
    public init(operation: String, head: HTTPRequest, body: Data? = nil, timeout: Duration? = nil) {
        self.operation = operation
        self.head = head
        self.body = body
        self.timeout = timeout
    }
}

extension TransportRequest {
    /// The path as on the wire, without the query.
    public var path: String {
        String((head.path ?? "").prefix { $0 != "?" })
    }

    /// The query as on the wire, without the question mark, or `nil` if there is none.
    public var query: String? {
        head.path.flatMap { target in
            target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
        }
    }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(head.method.rawValue)" }
    public var debugDescription: String { description }
    /// Path, query, headers and body may hold secrets: none of them is shown.
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": head.method.rawValue])
    }
}

/// What a transport brings back.
public struct TransportResponse: Sendable {
    /// Status and headers.
    public var head: HTTPResponse
    /// The bytes of the body, without transfer and content codings.
    public var body: Data

    /// Creates a response.
    public init(head: HTTPResponse, body: Data = Data()) {
        self.head = head
        self.body = body
    }
}

extension TransportResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(head.status.code), \(body.count) bytes" }
    public var debugDescription: String { description }

    /// Shows no body and only the names of headers: both may hold secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "status": head.status.code, "headers": head.headerFields.map(\.name.rawName),
                "body": "\(body.count) bytes",
            ])
    }
}

extension TransportResponse {
    /// A response with a JSON body, for stand-ins in tests.
    public static func json(_ text: String, status: HTTPResponse.Status = .ok) -> TransportResponse {
        TransportResponse(
            head: HTTPResponse(status: status, headerFields: [.contentType: "application/json"]),
            body: Data(text.utf8))
    }

    /// A response without a body, for stand-ins in tests.
    public static func empty(status: HTTPResponse.Status = .noContent) -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: status))
    }
}
