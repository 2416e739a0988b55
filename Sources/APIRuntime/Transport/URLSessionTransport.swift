#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// A transport that uses `URLSession`.
///
/// By default, all transports share a session that stores no cookies, caches and credentials, and opens up to 64
/// connections per host.
///
/// Redirects (RFC 9110, section 15.4) are followed at most 10 times, only to the same host and port, and never from
/// HTTPS to HTTP, since requests carry credentials. Any other redirect is returned as the response, and so is one that
/// asks again for a body that can be read only once.
///
/// A body that is a sequence is written to a temporary file before it is sent.
public struct URLSessionTransport: ClientTransport {
    private let sender: Sender
    /// The maximum number of bytes of a response that is kept in memory, after its content coding is removed.
    public let maximumBodySize: Int

    private enum Sender {
        case own(OwnSession)
        case foreign(ForeignSession)
    }

    /// Creates a transport.
    ///
    /// - Parameters:
    ///   - session: A custom session. If it has a delegate, that handles all redirects, even those that an operation
    ///     declares as responses; request bodies are read into memory, and the progress of uploads is not told. On Linux,
    ///     the delegate does not see streams, and the body of a response with an authentication challenge is lost. Of a session without one, only the configuration
    ///     is used.
    ///   - maximumBodySize: The maximum number of bytes of a response from ``send(_:)``, after its content coding is
    ///     removed, by default 1 GiB; at least 0. Streams have no limit, as they are not kept in memory.
    public init(session: URLSession? = nil, maximumBodySize: Int = TransportStream.defaultLimit) {
        sender =
            switch session {
            case nil: .own(.shared)
            case let session? where session.delegate == nil:
                .own(OwnSession(configuration: session.configuration))
            case let session?: .foreign(ForeignSession(session: session))
            }
        self.maximumBodySize = max(maximumBodySize, 0)
    }

    /// `true`.
    public var sendsStreams: Bool { true }

    /// Sends a request, which is cancelled with the current task.
    ///
    /// - Throws: ``TransportError``, also for a GET with a body, which Foundation does not send, and for a response that
    ///   is too large. `CancellationError` in a cancelled task.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let response: TransportResponse
        switch sender {
        case .own(let session):
            let stream = try await session.stream(request, as: URLRequest.init(_:))
            try check(stream.head.promisedLength(to: request.head.method))
            response = TransportResponse(
                head: stream.head, body: try await stream.remainder(upTo: maximumBodySize))
        case .foreign(let session): response = try await session.send(request)
        }
        try check(response.body.count)
        return response
    }

    private func check(_ count: Int?) throws {
        if let count, count > maximumBodySize { throw TransportError.tooLarge(maximumBodySize) }
    }

    /// Sends a request and returns the head of the response as soon as it is received. The connection is closed when the
    /// body is released or its reader is cancelled.
    ///
    /// On Linux, Foundation receives faster than the body is read; the rest is kept in a temporary file.
    ///
    /// - Throws: As ``send(_:)`` does, except for the size of the response, which has no limit.
    public func stream(_ request: TransportRequest) async throws -> TransportStream {
        switch sender {
        case .own(let session): try await session.stream(request, as: URLRequest.init(streaming:))
        case .foreign(let session): try await session.stream(request)
        }
    }
}

extension HTTPResponse {
    /// The number of bytes of the body that the headers promise, if they do.
    fileprivate func promisedLength(to method: HTTPRequest.Method) -> Int? {
        method == .head ? nil : headerFields[.contentLength].flatMap { Int($0) }
    }
}

extension URLRequest {
    /// The longest timeout in seconds, within what Foundation can count in milliseconds.
    fileprivate static let longestSilence: Int64 = 1_000_000

    /// Creates a request without a limit on pauses in the response.
    init(streaming request: TransportRequest) throws {
        try self.init(request)
        if request.timeout == nil { timeoutInterval = Double(Self.longestSilence) }
    }

    init(_ request: TransportRequest) throws {
        let head = request.head
        let text = "\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")"
        // The URL is percent-encoded already and must not be changed.
        guard let url = URL(unchanged: text) else {
            throw TransportError(.other, message: "the URL is not valid")
        }
        if head.method == .get, request.content != nil {
            throw TransportError(
                .other, message: "Foundation sends no body with GET; a transport of your own can")
        }
        self.init(url: url)
        httpMethod = head.method.rawValue
        // These methods need a `Content-Length` of 0 without a body; some servers wait for one otherwise (RFC 9110,
        // section 8.6).
        let needsLength = ["POST", "PUT", "PATCH"].contains(head.method.rawValue)
        httpBody = request.body ?? (needsLength && request.content == nil ? Data() : nil)
        for field in head.headerFields where field.name != .cookie {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // Foundation joins repeated fields by commas, which do not separate cookies (RFC 6265, section 5.4).
        if let cookies = head.headerFields[.cookie] { setValue(cookies, forHTTPHeaderField: "Cookie") }
        if let timeout = request.timeout {
            timeoutInterval = Double(min(max(timeout.components.seconds, 0), Self.longestSilence) + 1)
        }
    }
}

extension HTTPResponse {
    init(_ response: HTTPURLResponse, to method: HTTPRequest.Method) {
        self.init(status: Status(code: response.statusCode))
        for (name, value) in response.allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String
            else {
                continue
            }
            let values = name == .setCookie ? Self.cookies(in: value) : [value]
            for value in values { headerFields.append(HTTPField(name: name, value: value)) }
        }
        if method != .head { removeDecodedCoding() }
    }

    /// Removes the headers of the content coding and of its length, since Foundation has decoded the body.
    private mutating func removeDecodedCoding() {
        let coding = headerFields[.contentEncoding]?.lowercased() ?? ""
        guard ["gzip", "x-gzip", "deflate", "br"].contains(coding) else { return }
        headerFields[.contentEncoding] = nil
        headerFields[.contentLength] = nil
    }

    /// Splits `Set-Cookie` fields that Foundation has joined by `, ` (RFC 9110, section 5.3). Dates contain that
    /// separator, too; a new field begins only where a name and an equals sign follow.
    private static func cookies(in joined: String) -> [String] {
        var lines: [String] = []
        for part in joined.components(separatedBy: ", ") {
            let beginsLine = part.prefix { $0 != ";" }.contains("=")
            if beginsLine || lines.isEmpty {
                lines.append(part)
            } else {
                lines[lines.count - 1] += ", " + part
            }
        }
        return lines
    }
}

extension URLError {
    /// Keeps the code only: `userInfo` contains the URL with its query.
    var asTransportError: any Error {
        code == .cancelled ? CancellationError() : TransportError(code)
    }

    /// As ``asTransportError``, but any unspecific failure after the head was received is an interruption.
    func asTransportError(isBegun: Bool) -> any Error {
        let isKnown = ![.unknown, .timedOut, .networkConnectionLost].contains(code)
        return isKnown || !isBegun ? asTransportError : TransportError(.networkConnectionLost)
    }
}

extension TransportError {
    fileprivate init(_ code: URLError.Code) {
        switch code {
        case .timedOut:
            self.init(.timedOut, message: "the connection was idle for too long")
        case .notConnectedToInternet, .dataNotAllowed, .internationalRoamingOff:
            self.init(.unreachable, message: "this machine has no network")
        case .cannotFindHost, .dnsLookupFailed:
            self.init(.unreachable, message: "the host name is not known")
        case .cannotConnectToHost:
            self.init(.unreachable, message: "the host refused the connection")
        #if canImport(FoundationNetworking)
            // On Linux, `unknown` stands for a broken exchange, such as a truncated body.
            case .unknown:
                self.init(.interrupted, message: "the connection broke before the answer was complete")
        #endif
        case .networkConnectionLost, .badServerResponse, .cannotParseResponse:
            self.init(.interrupted, message: "the connection broke before the answer was complete")
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot,
            .clientCertificateRejected, .clientCertificateRequired,
            .appTransportSecurityRequiresSecureConnection:
            self.init(.insecure, message: "the connection could not be secured (URLError \(code.rawValue))")
        default:
            self.init(.other, message: "the connection failed (URLError \(code.rawValue))")
        }
    }
}
