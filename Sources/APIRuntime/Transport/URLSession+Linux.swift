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
        /// The response with an authentication challenge that ended the task. Foundation cancels the task instead of
        /// returning the response, whose body is lost.
        func challenge(endedBy error: (any Error)?) -> HTTPURLResponse? {
            guard (error as? URLError)?.code == .cancelled, let response = response as? HTTPURLResponse,
                [401, 407].contains(response.statusCode)
            else { return nil }
            return response
        }
    }
#endif
