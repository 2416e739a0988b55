#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// The transport of Foundation.
///
/// By default all transports share a session that keeps no cookies, no cache and no credentials. It follows
/// redirects only to the same host and port and never from HTTPS to HTTP, since a request carries
/// credentials; any other redirect is returned as the answer that it is, on Linux without its body.
public struct URLSessionTransport: Transport {
    private let session: URLSession

    /// Creates a transport.
    ///
    /// - Parameter session: A session of your own. If it has a delegate, redirects are up to that, also where an
    ///   operation lists a redirect among its answers.
    public init(session: URLSession? = nil) {
        self.session = session ?? Self.shared
    }

    private static let shared: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        // A delegate of the session, since on Linux a delegate of a task is not asked.
        return URLSession(configuration: configuration, delegate: RedirectPolicy(), delegateQueue: nil)
    }()

    /// Sends a request by a data task, which is cancelled with the task of the caller.
    ///
    /// - Throws: `TransportError`, also for a GET with a body, which Foundation refuses to send, or `CancellationError`.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let urlRequest = try URLRequest(request)
        let other = sessionWithoutRedirects(for: request)
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
        /// Sends a request over a session of its own, with the configuration of this one, since only the delegate of
        /// a session receives a body bit by bit. Redirects are followed as by the shared session.
        public func stream(_ request: TransportRequest) async throws -> TransportStream {
            let incoming = IncomingResponse()
            let receiver = StreamReceiver(incoming, request: request)
            let session = URLSession(
                configuration: session.configuration, delegate: receiver, delegateQueue: nil)
            let task = session.dataTask(with: try URLRequest(streaming: request))
            let connection = Connection(incoming) { task.cancelLater() }
            task.resume()
            session.finishTasksAndInvalidate()
            return TransportStream(head: try await connection.head(), body: connection)
        }
    #else
        /// Sends a request by a data task, which is cancelled when nobody holds the body any more.
        public func stream(_ request: TransportRequest) async throws -> TransportStream {
            let other = sessionWithoutRedirects(for: request)
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
    /// A session for one request, to which a redirect is an answer. There is none for a session whose delegate judges
    /// certificates and redirects for its owner.
    private func sessionWithoutRedirects(for request: TransportRequest) -> URLSession? {
        guard !request.followsRedirects, session.delegate == nil || session.delegate is RedirectPolicy else {
            return nil
        }
        return URLSession(
            configuration: session.configuration, delegate: RedirectPolicy(followsRedirects: false),
            delegateQueue: nil)
    }
}

#if canImport(FoundationNetworking)
    extension URLSession {
        /// As `data(for:)`, which here locks up for ever if a task is cancelled just as its answer comes: its
        /// cancellation handler waits for the queue of the session, which waits for the task.
        fileprivate func answer(to request: URLRequest) async throws -> (Data, URLResponse) {
            let running = Locked((task: URLSessionDataTask?.none, isCancelled: false))
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let task = dataTask(with: request) { data, response, error in
                        let answer = response.map { (data ?? Data(), $0) }
                        continuation.resume(
                            with: error.map { .failure($0) } ?? answer.map { .success($0) }
                                ?? .failure(URLError(.badServerResponse)))
                    }
                    running.change { $0.task = task }
                    task.resume()
                    if running.current.isCancelled { task.cancelLater() }
                }
            } onCancel: {
                running.change { $0.isCancelled = true }
                running.current.task?.cancelLater()
            }
        }
    }

    extension URLSessionTask {
        /// Cancels the task, which waits for the queue of its session, without making the caller wait for it.
        fileprivate func cancelLater() { DispatchQueue.global().async { self.cancel() } }
    }
#else
    extension URLSession {
        fileprivate func answer(to request: URLRequest) async throws -> (Data, URLResponse) {
            try await data(for: request)
        }
    }
#endif

/// Keeps credentials with the host that they were meant for.
private final class RedirectPolicy: NSObject, URLSessionTaskDelegate {
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

    private static func isSafe(from old: URL, to new: URL) -> Bool {
        old.host == new.host && old.port == new.port && (old.scheme == new.scheme || new.scheme == "https")
    }
}

#if canImport(FoundationNetworking)
    /// Hands what a task receives to the reader of a stream.
    private final class StreamReceiver: NSObject, URLSessionDataDelegate {
        private let incoming: IncomingResponse
        private let method: HTTPRequest.Method
        private let redirects: RedirectPolicy

        init(_ incoming: IncomingResponse, request: TransportRequest) {
            self.incoming = incoming
            method = request.head.method
            redirects = RedirectPolicy(followsRedirects: request.followsRedirects)
        }

        func urlSession(
            _ session: URLSession, task: URLSessionTask,
            willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
            completionHandler: @escaping @Sendable (URLRequest?) -> Void,
        ) {
            redirects.urlSession(
                session, task: task, willPerformHTTPRedirection: response, newRequest: request,
                completionHandler: completionHandler)
        }

        func urlSession(
            _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
            completionHandler: @escaping (URLSession.ResponseDisposition) -> Void,
        ) {
            if let response = response as? HTTPURLResponse {
                incoming.begin(HTTPResponse(response, to: method))
            } else {
                incoming.end(TransportError(.other, message: "the answer is not HTTP"))
            }
            completionHandler(.allow)
        }

        func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
            incoming.append(data)
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?)
        {
            let isBegun = task.response != nil
            incoming.end(error.map { ($0 as? URLError)?.asTransportError(isBegun: isBegun) ?? $0 })
        }
    }
#else
    /// Bytes in pieces that end with a line, so that none waits for the next one.
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
    /// Seconds, in range of what Foundation can count in milliseconds.
    fileprivate static let longestSilence: Int64 = 1_000_000

    /// A request whose answer may pause for as long as it likes.
    fileprivate init(streaming request: TransportRequest) throws {
        try self.init(request)
        if request.timeout == nil { timeoutInterval = Double(Self.longestSilence) }
    }

    fileprivate init(_ request: TransportRequest) throws {
        let head = request.head
        let text = "\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")"
        // The text is percent-encoded already and must arrive as it is.
        guard let url = URL(string: text, encodingInvalidCharacters: false) else {
            throw TransportError(.other, message: "the URL is not valid")
        }
        if head.method == .get, request.body != nil {
            throw TransportError(
                .other, message: "Foundation sends no body with GET; a transport of your own can")
        }
        self.init(url: url)
        httpMethod = head.method.rawValue
        // Without a body these methods say so, or some servers wait for one (RFC 9110, section 8.6).
        httpBody = request.body ?? (["POST", "PUT", "PATCH"].contains(head.method.rawValue) ? Data() : nil)
        for field in head.headerFields where field.name != .cookie {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // Foundation would join several by commas, which separate no cookies (RFC 6265, section 5.4).
        if let cookies = head.headerFields[.cookie] { setValue(cookies, forHTTPHeaderField: "Cookie") }
        if let timeout = request.timeout {
            timeoutInterval = Double(min(max(timeout.components.seconds, 0), Self.longestSilence) + 1)
        }
    }
}

extension HTTPResponse {
    fileprivate init(_ response: HTTPURLResponse, to method: HTTPRequest.Method) {
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

    /// Foundation hands bodies over decoded: what the headers say of their coding and of its length is not true any
    /// more.
    private mutating func removeDecodedCoding() {
        let coding = headerFields[.contentEncoding]?.lowercased() ?? ""
        guard ["gzip", "x-gzip", "deflate", "br"].contains(coding) else { return }
        headerFields[.contentEncoding] = nil
        headerFields[.contentLength] = nil
    }

    /// The lines of `Set-Cookie` that Foundation joins by a comma and a blank (RFC 9110, section 5.3). Dates hold that,
    /// too: a line begins where a name and an equals sign follow.
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
    /// Only the code is kept: `userInfo` holds the URL with its query.
    fileprivate var asTransportError: any Error {
        code == .cancelled ? CancellationError() : TransportError(code)
    }

    /// An answer that began and does not end was interrupted, for whatever reason.
    fileprivate func asTransportError(isBegun: Bool) -> any Error {
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
            // What Foundation has no name for here is an exchange that broke: a body that ends too early, say.
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
