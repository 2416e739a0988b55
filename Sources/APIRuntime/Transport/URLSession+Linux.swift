#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking

    extension URLSession {
        /// A replacement for `data(for:)`, which deadlocks on Linux if a task is cancelled just as its response
        /// arrives: its cancellation handler waits for the queue of the session, which waits for the task.
        ///
        /// The task begins on a thread of its own, since that waits for the queue of the session as well: the threads of
        /// Swift's tasks, which are few, must not block.
        func answer(to request: URLRequest) async throws -> (Data, URLResponse) {
            let running = RunningTask((task: nil, isCancelled: false))
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    DispatchQueue.global().async { self.begin(request, running, continuation) }
                }
            } onCancel: {
                running.change { $0.isCancelled = true }
                running.current.task?.cancelLater()
            }
        }

        /// Creates a task without blocking a thread of Swift's tasks while it waits for the queue of the session.
        func dataTaskLater(with request: URLRequest) async -> URLSessionDataTask {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async { continuation.resume(returning: self.dataTask(with: request)) }
            }
        }

        private typealias RunningTask = Locked<(task: URLSessionDataTask?, isCancelled: Bool)>

        private func begin(
            _ request: URLRequest, _ running: RunningTask,
            _ continuation: CheckedContinuation<(Data, URLResponse), any Error>,
        ) {
            if running.current.isCancelled { return continuation.resume(throwing: CancellationError()) }
            let task = dataTask(with: request) { data, response, error in
                let (task, isCancelled) = running.current
                let challenge = isCancelled ? nil : task?.challenge(endedBy: error)
                let answer = (response ?? challenge).map { (data ?? Data(), $0) }
                let failure = challenge == nil ? error : nil
                continuation.resume(
                    with: failure.map { .failure($0) } ?? answer.map { .success($0) }
                        ?? .failure(URLError(.badServerResponse)))
            }
            running.change { $0.task = task }
            task.resume()
            if running.current.isCancelled { task.cancelLater() }
        }
    }

    extension URLSessionTask {
        /// Cancels the task without blocking the caller while it waits for the queue of its session.
        func cancelLater() { DispatchQueue.global().async { self.cancel() } }

        /// The response with an authentication challenge that ended the task. Foundation cancels the task instead of
        /// returning the response, whose body is lost.
        func challenge(endedBy error: (any Error)?) -> HTTPURLResponse? {
            guard (error as? URLError)?.code == .cancelled, let response = response as? HTTPURLResponse,
                [401, 407].contains(response.statusCode)
            else { return nil }
            return response
        }
    }

    /// Forwards the data of a task to an `IncomingResponse`.
    final class StreamReceiver: NSObject, URLSessionDataDelegate {
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
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler:
                @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void,
        ) {
            completionHandler(.rejectProtectionSpace, nil)
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
            if let challenge = task.challenge(endedBy: error) {
                incoming.begin(HTTPResponse(challenge, to: method))
                return incoming.end(nil)
            }
            let isBegun = task.response != nil
            incoming.end(error.map { ($0 as? URLError)?.asTransportError(isBegun: isBegun) ?? $0 })
        }
    }
#endif
