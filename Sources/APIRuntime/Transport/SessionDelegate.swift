#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

/// Hands what a session receives to the response that its task belongs to.
///
/// Redirects are not followed: the transport does that itself, since Foundation on Linux loses bodies and resolves
/// relative references against the root.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    /// A response on its way, and the request that it answers.
    struct Receiver: Sendable {
        let incoming: IncomingResponse
        let method: HTTPRequest.Method
        let onUpload: (@Sendable (Int) -> Void)?

        init(_ request: TransportRequest) {
            incoming = IncomingResponse()
            method = request.head.method
            onUpload = request.onUpload
        }
    }

    private let receivers = Locked<[Int: Receiver]>([:])

    /// - Parameter task: A task that has not begun.
    func add(_ receiver: Receiver, for task: URLSessionTask) {
        receivers.withLock { $0[task.taskIdentifier] = receiver }
    }

    private func receiver(of task: URLSessionTask) -> Receiver? {
        receivers.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void,
    ) {
        completionHandler(nil)
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

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64,
        totalBytesSent: Int64, totalBytesExpectedToSend: Int64,
    ) {
        receiver(of: task)?.onUpload?(Int(totalBytesSent))
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void,
    ) {
        if let receiver = receiver(of: dataTask) {
            switch response as? HTTPURLResponse {
            case nil: receiver.incoming.end(TransportError.notHTTP)
            // On Linux, interim responses are received as well (RFC 9110, section 15.2).
            case let response? where response.isInterim: break
            case let response?: receiver.incoming.begin(HTTPResponse(response, to: receiver.method))
            }
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        receiver(of: dataTask)?.incoming.append(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let receiver = receivers.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else {
            return
        }
        #if canImport(FoundationNetworking)
            if let challenge = task.challenge(endedBy: error) {
                receiver.incoming.begin(HTTPResponse(challenge, to: receiver.method))
                receiver.incoming.end(nil)
                return
            }
        #endif
        // On Linux, the head of a redirect is not received.
        if error == nil, let response = task.response as? HTTPURLResponse {
            receiver.incoming.begin(HTTPResponse(response, to: receiver.method))
        }
        let isBegun = task.response != nil
        receiver.incoming.end(error.map { ($0 as? URLError)?.asTransportError(isBegun: isBegun) ?? $0 })
    }
}

extension TransportError {
    static let notHTTP = TransportError(.other, message: "the answer is not HTTP")
}

extension HTTPURLResponse {
    fileprivate var isInterim: Bool { (100..<200).contains(statusCode) && statusCode != 101 }
}

extension URLSessionTask {
    /// Cancels the task, on Linux without blocking the caller while it waits for the queue of its session.
    func cancelLater() { DispatchQueue.global().async { self.cancel() } }
}
