@_spi(Generated) import APIRuntime
import Foundation
import Loopback
import Testing

/// Calls through a service and a network that fail in each way, over HTTP on this machine. `CALLS` sets how many.
@Suite(.timeLimit(.minutes(5))) struct FaultTests {
    /// What becomes of a request.
    private enum Fault: CaseIterable {
        /// The connection is closed without a response.
        case drop
        /// The connection is reset before the request is read.
        case reset
        /// The connection is closed in the middle of the body.
        case half
        /// The body comes in bits.
        case drip
        case tooMany, failed
        case none
    }

    private struct Item: Decodable {
        let id: String
    }

    /// A service of which two of five requests fail, and that counts those that it receives as a whole.
    private final class Service: Sendable {
        private let ordinal = Counter()
        private let received = Locked<[String: Int]>([:])

        var counts: [String: Int] { received.withLock { $0 } }

        private func fault() -> Fault {
            let number = ordinal.next()
            let faults = Fault.allCases
            // 429 comes in bursts.
            if number % 100 < 6 { return .tooMany }
            return number % 3 == 0 ? faults[number / 3 % faults.count] : .none
        }

        func serve(_ connection: RawConnection) async throws {
            while true {
                let fault = fault()
                if fault == .reset { return try await connection.beginReading() }
                let request = try await connection.request()
                let id = request.headers["idempotency-key"] ?? request.target
                received.withLock { $0["\(request.method) \(id)", default: 0] += 1 }
                let body = #"{"id":"\#(request.target)"}"#
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                switch fault {
                case .drop, .reset: return
                case .half:
                    return try await connection.send("\(head)Content-Length: \(body.utf8.count)\r\n\r\n{")
                case .drip:
                    try await connection.send("\(head)Content-Length: \(body.utf8.count)\r\n\r\n")
                    for character in body { try await connection.send(String(character)) }
                case .tooMany:
                    try await connection.send(
                        "HTTP/1.1 429 Too Many Requests\r\nretry-after-ms: 3\r\nContent-Length: 0\r\n\r\n")
                case .failed:
                    try await connection.send("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
                case .none:
                    try await connection.send("\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
                }
            }
        }
    }

    private final class Results: Sendable {
        private let targets = Locked<Set<String>>([])

        var all: Set<String> { targets.withLock { $0 } }

        func insert(_ target: String) { targets.withLock { _ = $0.insert(target) } }
    }

    /// Makes calls, 32 at once.
    ///
    /// - Returns: The targets of those that succeeded, and what was received.
    private func call(
        _ method: HTTPRequest.Method, count: Int, key: @escaping @Sendable (Int) -> String? = { _ in nil },
    ) async throws -> (succeeded: Set<String>, counts: [String: Int]) {
        let service = Service()
        let succeeded = Results()
        try await withRawServer({ try await service.serve($0) }) { address in
            var client = APIClient(baseURL: BaseURL(address))
            client.configuration.retryBudget = nil
            client.options.retries = RetryPolicy(
                maxAttempts: 20, baseDelay: .milliseconds(2), maxDelay: .milliseconds(20))
            await withTaskGroup(of: Void.self) { [client] group in
                for first in 0..<32 {
                    group.addTask {
                        for number in stride(from: first, to: count, by: 32) {
                            var client = client
                            client.options.idempotencyKey = key(number)
                            let request = Request(method, "/\(number)", operation: "call")
                            let item: Item? = try? await client.send(request)
                            if let item, item.id == "/\(number)" {
                                succeeded.insert(item.id)
                            }
                        }
                    }
                }
            }
        }
        return (succeeded.all, service.counts)
    }

    /// Beside other tests, few calls are enough of a load.
    static let count = ProcessInfo.processInfo.environment["CALLS"].flatMap { Int($0) } ?? 200

    @Test func allIdempotentCallsSucceed() async throws {
        let (succeeded, counts) = try await call(.get, count: Self.count)
        #expect(succeeded.count == Self.count)
        #expect(counts.values.contains { $0 > 1 })
    }

    @Test func nothingIsDoneTwiceUnasked() async throws {
        let (succeeded, counts) = try await call(.post, count: Self.count)
        #expect((Self.count / 4..<Self.count).contains(succeeded.count))
        #expect(counts.values.allSatisfy { $0 == 1 })
    }

    @Test func allCallsWithAKeySucceed() async throws {
        let (succeeded, counts) = try await call(.post, count: Self.count) { "key-\($0)" }
        #expect(succeeded.count == Self.count)
        #expect(Set(counts.keys) == Set((0..<Self.count).map { "POST key-\($0)" }))
        #expect(counts.values.contains { $0 > 1 })
    }
}
