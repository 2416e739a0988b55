public import Foundation

/// The interface to an HTTP client.
///
/// A transport sends method, path, query and body byte for byte, since a signature may cover them. It returns the
/// response whatever its status is, and throws only if there is none: a ``TransportError`` with a reason, or
/// `CancellationError`.
public protocol ClientTransport: Sendable {
    /// Whether the transport sends ``TransportRequest/content`` that is not in memory. If not, the client reads it into
    /// memory first.
    var sendsStreams: Bool { get }
    /// The maximum number of bytes of a response that is kept in memory.
    var maximumBodySize: Int { get }

    /// Sends a request and waits for the complete response.
    ///
    /// - Throws: ``TransportError`` if there is no complete response, and `CancellationError` in a cancelled task.
    func send(_ request: TransportRequest) async throws -> TransportResponse

    /// Sends a request and returns the head of the response as soon as it is received. The body follows as a sequence.
    ///
    /// Operations with streamed responses need it. The default implementation waits for the complete response and
    /// returns its body in one piece.
    ///
    /// - Throws: ``TransportError`` if there is no response, and `CancellationError` in a cancelled task.
    func stream(_ request: TransportRequest) async throws -> TransportStream
}

extension ClientTransport {
    /// `false`, the default.
    public var sendsStreams: Bool { false }

    /// ``TransportStream/defaultLimit``, the default.
    public var maximumBodySize: Int { TransportStream.defaultLimit }

    /// Sends a request with ``send(_:)``, and returns the complete response as a stream.
    ///
    /// - Throws: The error of ``send(_:)``.
    public func stream(_ request: TransportRequest) async throws -> TransportStream {
        TransportStream(try await send(request))
    }
}

/// An HTTP request as a transport sends it.
public struct TransportRequest: Sendable {
    /// The `operationId` in the document, for logs and test doubles.
    public var operation: String
    /// The path template of the document, such as `/pets/{petId}`, relative to the base URL and without a query. Unlike
    /// ``path``, it holds no values. Of a request to an OAuth endpoint, it is the path of the endpoint's URL. `nil` for a
    /// request that was made by hand.
    public var pathTemplate: String?
    /// The number of the attempt, from 1. Each request of a call counts, also the one after a renewal of credentials. A
    /// stream that is resumed counts anew.
    public var attempt = 1
    /// Method, scheme, authority, path with query, and headers, encoded as they are sent.
    public var head: HTTPRequest
    /// The body as sent, or `nil` if there is none. Bytes in memory are `Data`.
    public var content: (any HTTPBody)?
    /// Called with the number of bytes of the body that were sent so far, repeatedly.
    public var onUpload: (@Sendable (Int) -> Void)?
    /// The time limit of the call; `nil` for a stream, whose body may pause for long, or if the caller set none. The
    /// client enforces it; a transport may use it to release its resources in time.
    public var timeout: Duration?
    /// Whether redirects may be followed. If not, a redirect is the response: the operation declares it as a success.
    public var followsRedirects = true
    /// The values of the request that no log, error or file may show.
    package var secrets: [String] = []

    /// Creates a request.
    public init(operation: String, head: HTTPRequest, body: Data? = nil, timeout: Duration? = nil) {
        self.operation = operation
        self.head = head
        content = body
        self.timeout = timeout
    }

    /// The body if it is in memory; `nil` if there is none, or if it is read while it is sent.
    public var body: Data? {
        get { content as? Data }
        set { content = newValue }
    }
}

extension TransportRequest {
    /// The percent-encoded path, without the query.
    public var path: String {
        String((head.path ?? "").prefix { $0 != "?" })
    }

    /// The percent-encoded query without the question mark, or `nil` if there is none.
    public var query: String? {
        head.path.flatMap { target in
            target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
        }
    }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(head.method.rawValue)" }
    public var debugDescription: String { description }
    /// Omits path, query, headers and body, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": head.method.rawValue])
    }
}

/// An HTTP response as a transport received it.
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

    /// Omits the body and the values of headers, which may contain secrets.
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
    /// Creates a response with a JSON body, for tests.
    public static func json(_ text: String, status: HTTPResponse.Status = .ok) -> TransportResponse {
        TransportResponse(
            head: HTTPResponse(status: status, headerFields: [.contentType: "application/json"]),
            body: Data(text.utf8))
    }

    /// Creates a response without a body, for tests.
    public static func empty(status: HTTPResponse.Status = .noContent) -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: status))
    }
}
