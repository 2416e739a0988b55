public import APIRuntime
public import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression

/// A transport that uses AsyncHTTPClient, and behaves alike on all platforms.
///
/// It sends what `FoundationNetworking` on Linux cannot, such as a GET with a body, survives trailers, and takes no more
/// bytes of a stream than are read.
///
/// Connections are kept in a pool that all copies of a transport share. It is shut down in the background when the last
/// copy, and the body of the last stream, is released: no call is needed for that. Create one transport for many calls,
/// since each has a pool of its own.
///
/// Requests are sent with the headers of the caller, `Host`, `Content-Length` (RFC 9110, section 8.6) and, unless the
/// caller sets it, `Accept-Encoding: deflate, gzip`. There is no default `User-Agent`; cookies and credentials are
/// neither stored nor added. Responses in these two codings are decoded, and their `Content-Encoding` and
/// `Content-Length` are removed. A response has at most 256 headers of 80 KiB each and 2 MiB in all, and otherwise is an
/// error.
///
/// Redirects (RFC 9110, section 15.4) are followed at most 10 times, only to the same host and port, and never from
/// HTTPS to HTTP, since requests carry credentials. Any other redirect is returned as the response, and so is one that
/// asks again for a body that can be read only once.
///
/// No request is sent twice. If the service closes an idle connection just as a request is written to it, that is a
/// `TransportError` with the reason `interrupted`, and the retries of the client decide. A connection that
/// was closed earlier is not used again. A service that answers before it has read the whole body, and closes the
/// connection, may have the same effect.
public struct AsyncHTTPClientTransport: ClientTransport {
    private let pool: ConnectionPool
    /// The maximum number of bytes of a response that is kept in memory, after its content coding is removed.
    public let maximumBodySize: Int

    /// `true`.
    public var sendsStreams: Bool { true }

    /// Creates a transport for HTTP/1.1.
    ///
    /// - Parameters:
    ///   - connectTimeout: The time limit for a connection, including the lookup of the host, the TLS handshake, and the
    ///     wait for one of the connections of the host to become free. Less than 1 ms counts as 1 ms.
    ///   - readTimeout: The longest pause in a response, also in front of its head and between the items of a stream;
    ///     `nil` for no limit. A pause of the reader of a stream counts as well. Less than 1 ms counts as 1 ms.
    ///   - connectionsPerHost: The maximum number of connections to a host, and so of concurrent requests; at least 1.
    ///     Further requests wait. An open stream occupies a connection.
    ///   - maximumBodySize: The maximum number of bytes of a response from ``send(_:)``, after its content coding is
    ///     removed, by default 1 GiB; at least 0. Streams have no limit, as they are not kept in memory.
    public init(
        connectTimeout: Duration = .seconds(10),
        readTimeout: Duration? = nil,
        connectionsPerHost: Int = 64,
        maximumBodySize: Int = TransportStream.defaultLimit,
    ) {
        var configuration = HTTPClient.Configuration()
        configuration.timeout = HTTPClient.Configuration.Timeout(
            connect: TimeAmount(limit: connectTimeout), read: readTimeout.map { TimeAmount(limit: $0) })
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(connectionsPerHost, 1)
        // A dead HTTP/2 connection is found out by none of its requests, which all wait for their time limits.
        configuration.httpVersion = .http1Only
        self.init(configuration: configuration, maximumBodySize: maximumBodySize)
    }

    /// Creates a transport with a configuration of AsyncHTTPClient, for example for a client certificate
    /// (`tlsConfiguration`) or a proxy.
    ///
    /// - Parameters:
    ///   - configuration: The configuration. Its redirects, decompression and retries of connection attempts are replaced
    ///     by those of the transport, and its tracing, which would show whole URLs, is switched off: `TracingMiddleware`
    ///     of the product `APIRuntimeTracing` traces without values.
    ///   - maximumBodySize: The maximum number of bytes of a response from ``send(_:)``, after its content coding is
    ///     removed; at least 0.
    public init(
        configuration: HTTPClient.Configuration, maximumBodySize: Int = TransportStream.defaultLimit,
    ) {
        var configuration = configuration
        configuration.redirectConfiguration = .disallow
        // The size is limited where a body is collected. A reader of a stream keeps up with it by back pressure.
        configuration.decompression = .enabled(limit: .none)
        // Otherwise a refused connection is an error only after the whole time limit.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Its spans hold whole URLs, and so the credentials in their queries.
        configuration.tracing.tracer = nil
        pool = ConnectionPool(configuration)
        self.maximumBodySize = max(maximumBodySize, 0)
    }

    /// Sends a request and waits for the complete response. The request is cancelled with the current task.
    ///
    /// - Throws: `TransportError`: `unreachable` if there is no connection, `insecure` if TLS fails,
    ///   `timedOut` after the read timeout, `interrupted` if the connection is closed too early or the response is not
    ///   valid HTTP, and `other` if the URL or a header of the request is not valid, for a TRACE with a body, or if the
    ///   response is too large. `CancellationError` in a cancelled task.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        do {
            let (head, response, method) = try await response(to: request)
            let body = try await response.collect(upTo: maximumBodySize, method: method)
            return TransportResponse(head: head, body: body)
        } catch {
            throw transportFailure(error)
        }
    }

    /// Sends a request and returns the head of the response as soon as it is received. Bytes of the body are taken from
    /// the connection as they are read. The connection is closed when the body is released or its reader is cancelled.
    ///
    /// - Throws: As ``send(_:)`` does, except for the size of the response, which has no limit.
    public func stream(_ request: TransportRequest) async throws -> TransportStream {
        do {
            let (head, response, method) = try await response(to: request)
            return TransportStream(
                head: head, body: ResponseBody(response, method: method, pool: pool))
        } catch {
            throw transportFailure(error)
        }
    }

    /// Follows redirects.
    private func response(
        to request: TransportRequest,
    ) async throws -> (head: HTTPResponse, body: HTTPClientResponse, method: HTTPRequest.Method) {
        let deadline = NIODeadline(after: request.timeout)
        return try await Redirect.follow(from: request) { request in
            let response = try await pool.client.execute(
                try await HTTPClientRequest(request), deadline: deadline)
            return (HTTPResponse(response, to: request.head.method), response)
        }
    }
}

extension AsyncHTTPClientTransport: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "AsyncHTTPClientTransport" }
    public var debugDescription: String { description }
    /// Omits the client, whose requests in transit and keys of certificates are secrets.
    public var customMirror: Mirror { Mirror(self, children: ["maximumBodySize": maximumBodySize]) }
}
