#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// A transport that uses `URLSession`.
///
/// By default, all transports share a session that stores no cookies, caches and credentials. Redirects are followed
/// only to the same host and port, and never from HTTPS to HTTP, since requests carry credentials. Any other redirect
/// is returned as the response; on Linux, it has no body, and neither has a response with an authentication challenge.
/// The shared session opens up to 64 connections per host.
public struct URLSessionTransport: Transport {
    private let session: URLSession

    /// Creates a transport.
    ///
    /// - Parameter session: A custom session. If it has a delegate, that handles all redirects, even those that an
    ///   operation declares as responses.
    public init(session: URLSession? = nil) {
        self.session = session ?? Self.shared
    }

    private static let shared: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        // Foundation's default of 6 makes further requests wait.
        configuration.httpMaximumConnectionsPerHost = 64
        // On Linux, delegates of tasks are not called; the session needs one.
        return URLSession(configuration: configuration, delegate: RedirectPolicy(), delegateQueue: nil)
    }()

    /// Sends a request as a data task, which is cancelled with the current task.
    ///
    /// - Throws: ``TransportError``, also for a GET with a body, which Foundation does not send, and
    ///   `CancellationError` in a cancelled task.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let urlRequest = try URLRequest(request)
        let other = ownSession(for: request)
        defer { other?.finishTasksAndInvalidate() }
        do {
            let session = other ?? session
            let (body, response) = try await session.answer(to: urlRequest)
            guard let response = response as? HTTPURLResponse else {
                throw TransportError(.other, message: "the answer is not HTTP")
            }
            return TransportResponse(head: HTTPResponse(response, to: request.head.method), body: body)
        } catch let error as URLError {
            throw error.asTransportError
        }
    }

    #if canImport(FoundationNetworking)
        /// Sends a request over a new session with the same configuration, since only the delegate of a session
        /// receives a body in chunks. Redirects are followed as by the shared session.
        ///
        /// - Throws: As ``send(_:)`` does.
        public func stream(_ request: TransportRequest) async throws -> TransportStream {
            let incoming = IncomingResponse()
            let receiver = StreamReceiver(incoming, request: request)
            let session = URLSession(
                configuration: session.configuration, delegate: receiver, delegateQueue: nil)
            let task = await session.dataTaskLater(with: try URLRequest(streaming: request))
            let connection = Connection(incoming) { task.cancelLater() }
            task.resume()
            session.finishTasksAndInvalidate()
            return TransportStream(head: try await connection.head(), body: connection)
        }
    #else
        /// Sends a request as a data task, which is cancelled when the body is released.
        ///
        /// - Throws: As ``send(_:)`` does.
        public func stream(_ request: TransportRequest) async throws -> TransportStream {
            let other = ownSession(for: request)
            defer { other?.finishTasksAndInvalidate() }
            do {
                let session = other ?? session
                let (bytes, response) = try await session.bytes(for: try URLRequest(streaming: request))
                guard let response = response as? HTTPURLResponse else {
                    throw TransportError(.other, message: "the answer is not HTTP")
                }
                let head = HTTPResponse(response, to: request.head.method)
                return TransportStream(head: head, body: BytePieces(bytes: bytes))
            } catch let error as URLError {
                throw error.asTransportError
            }
        }
    #endif
}

extension URLSessionTransport {
    /// A session for a single request; `nil` if the shared one may send it.
    ///
    /// It does not follow redirects if the request says so. On Linux, it sends requests that are not idempotent: on a
    /// connection that the server has closed in the meantime, libcurl would send them again, or wait until the timeout. A
    /// session with a custom delegate, which is responsible for certificates and redirects, sends all requests.
    private func ownSession(for request: TransportRequest) -> URLSession? {
        #if canImport(FoundationNetworking)
            let isShared = request.followsRedirects && request.head.method.isIdempotent
        #else
            let isShared = request.followsRedirects
        #endif
        guard !isShared, session.delegate == nil || session.delegate is RedirectPolicy else { return nil }
        return URLSession(
            configuration: session.configuration,
            delegate: RedirectPolicy(followsRedirects: request.followsRedirects), delegateQueue: nil)
    }
}

#if !canImport(FoundationNetworking)
    extension URLSession {
        func answer(to request: URLRequest) async throws -> (Data, URLResponse) {
            try await data(for: request)
        }
    }
#endif

/// Keeps credentials from being sent to another host.
final class RedirectPolicy: NSObject, URLSessionTaskDelegate {
    private let followsRedirects: Bool

    init(followsRedirects: Bool = true) { self.followsRedirects = followsRedirects }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void,
    ) {
        let isSafe = task.originalRequest?.url.flatMap { old in
            request.url.map { Self.isSafe(from: old, to: $0) }
        }
        completionHandler(followsRedirects && isSafe == true ? request : nil)
    }

    #if canImport(FoundationNetworking)
        /// Ends the task at once: left unanswered, the response with the challenge would never arrive, since there are no
        /// credentials for it.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler:
                @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void,
        ) {
            completionHandler(.rejectProtectionSpace, nil)
        }
    #endif

    private static func isSafe(from old: URL, to new: URL) -> Bool {
        old.host == new.host && old.port == new.port && (old.scheme == new.scheme || new.scheme == "https")
    }
}

#if !canImport(FoundationNetworking)
    /// Bytes in chunks that end with a line, so that no complete line is held back.
    private struct BytePieces: AsyncSequence, Sendable {
        let bytes: URLSession.AsyncBytes

        func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes.makeAsyncIterator()) }

        struct Iterator: AsyncIteratorProtocol {
            var bytes: URLSession.AsyncBytes.AsyncIterator

            mutating func next() async throws -> Data? {
                var piece = Data()
                do {
                    while piece.count < 16_384, let byte = try await bytes.next() {
                        piece.append(byte)
                        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
                    }
                } catch let error as URLError {
                    throw error.asTransportError
                }
                return piece.isEmpty ? nil : piece
            }
        }
    }
#endif

extension URLRequest {
    /// The longest timeout in seconds, within what Foundation can count in milliseconds.
    fileprivate static let longestSilence: Int64 = 1_000_000

    /// Creates a request without a limit on pauses in the response.
    init(streaming request: TransportRequest) throws {
        try self.init(request)
        if request.timeout == nil { timeoutInterval = Double(Self.longestSilence) }
    }

    fileprivate init(_ request: TransportRequest) throws {
        let head = request.head
        let text = "\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")"
        // The URL is percent-encoded already and must not be changed.
        guard let url = URL(string: text, encodingInvalidCharacters: false) else {
            throw TransportError(.other, message: "the URL is not valid")
        }
        if head.method == .get, request.body != nil {
            throw TransportError(
                .other, message: "Foundation sends no body with GET; a transport of your own can")
        }
        self.init(url: url)
        httpMethod = head.method.rawValue
        // These methods need a `Content-Length` of 0 without a body; some servers wait for one otherwise (RFC 9110,
        // section 8.6).
        httpBody = request.body ?? (["POST", "PUT", "PATCH"].contains(head.method.rawValue) ? Data() : nil)
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
    fileprivate var asTransportError: any Error {
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
