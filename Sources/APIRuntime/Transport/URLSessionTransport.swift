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
/// credentials; any other redirect is returned as the answer that it is.
public struct URLSessionTransport: Transport {
    private let session: URLSession

    /// Creates a transport.
    ///
    /// - Parameter session: A session of your own. Redirects are then up to its delegate.
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
        do {
            let (body, response) = try await session.data(for: urlRequest)
            guard let response = response as? HTTPURLResponse else {
                throw TransportError(.other, message: "the answer is not HTTP")
            }
            return TransportResponse(head: HTTPResponse(response), body: body)
        } catch let error as URLError {
            // Only the code is kept: `userInfo` holds the URL with its query.
            if error.code == .cancelled { throw CancellationError() }
            throw TransportError(error.code)
        }
    }
}

/// Keeps credentials with the host that they were meant for.
private final class RedirectPolicy: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void,
    ) {
        let isSafe = task.originalRequest?.url.flatMap { old in
            request.url.map { Self.isSafe(from: old, to: $0) }
        }
        completionHandler(isSafe == true ? request : nil)
    }

    private static func isSafe(from old: URL, to new: URL) -> Bool {
        old.host == new.host && old.port == new.port && (old.scheme == new.scheme || new.scheme == "https")
    }
}

extension URLRequest {
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
        for field in head.headerFields {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        if let timeout = request.timeout {
            // In range of what Foundation can count in milliseconds.
            timeoutInterval = Double(min(max(timeout.components.seconds, 0), 1_000_000) + 1)
        }
    }
}

extension HTTPResponse {
    fileprivate init(_ response: HTTPURLResponse) {
        self.init(status: Status(code: response.statusCode))
        for (name, value) in response.allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String
            else {
                continue
            }
            headerFields.append(HTTPField(name: name, value: value))
        }
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
