import APIRuntime
import Testing

/// The rules of ``RetryPolicy``, each with a call that keeps it and one at its border.
enum RetryRules {
    /// What one attempt comes to.
    enum Answer: Sendable {
        case status(Int, [String: String] = [:])
        case error(TransportError.Reason)
    }

    /// A call: its answers in order, the last one for ever, and the waits between its attempts.
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: String
        var method = "GET"
        let answers: [Answer]
        let waits: [Duration]
        var change: @Sendable (inout CallOptions) -> Void = { _ in }

        /// Whether the last answer that comes is a success.
        var succeeds: Bool {
            if case .status(204, _) = answers[min(waits.count, answers.count - 1)] { true } else { false }
        }

        var testDescription: String { "\(method) \(rule)" }
    }

    private static let second = Duration.seconds(1)

    static let rows =
        [
            Row(rule: "a success", answers: [.status(204)], waits: []),
            Row(rule: "the bound doubles", answers: [.status(500)], waits: [.seconds(0.5), second]),
            Row(rule: "500, then a success", answers: [.status(500), .status(204)], waits: [.seconds(0.5)]),
            Row(
                rule: "the bound has a bound", answers: [.status(503)],
                waits: [second * 3, second * 4, second * 4, second * 4]
            ) { $0.retries = RetryPolicy(maxAttempts: 5, baseDelay: .seconds(3), maxDelay: .seconds(4)) },
            Row(
                rule: "bounds beyond any clock", answers: [.status(503), .status(503), .status(204)],
                waits: [.seconds(1_000_000_000) * 1.0, .seconds(1_000_000_000) * 1.0]
            ) {
                $0.timeout = nil
                $0.retries = RetryPolicy(baseDelay: .seconds(Int64.max), maxDelay: .seconds(Int64.max))
            },
            Row(rule: "never", answers: [.status(503)], waits: []) { $0.retries = .never },
            Row(rule: "statuses of one's own", answers: [.status(404), .status(204)], waits: [.seconds(0.5)])
            {
                $0.retries.statuses = [404]
            },
            Row(rule: "other statuses then", answers: [.status(500)], waits: []) {
                $0.retries.statuses = [404]
            },
        ]
        + [408, 429, 500, 502, 503, 504, 599].map {
            Row(rule: "\($0)", answers: [.status($0), .status(204)], waits: [.seconds(0.5)])
        }
        + [400, 401, 403, 404, 409, 422, 501, 505].map {
            Row(rule: "\($0)", answers: [.status($0)], waits: [])
        }

    static let methods =
        ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].map {
            Row(rule: "503", method: $0, answers: [.status(503), .status(204)], waits: [.seconds(0.5)])
        }
        + ["POST", "PATCH"].flatMap { method in
            [
                Row(rule: "503", method: method, answers: [.status(503)], waits: []),
                Row(rule: "interrupted", method: method, answers: [.error(.interrupted)], waits: []),
                Row(rule: "timedOut", method: method, answers: [.error(.timedOut)], waits: []),
                Row(
                    rule: "unreachable", method: method, answers: [.error(.unreachable), .status(204)],
                    waits: [.seconds(0.5)]),
                Row(
                    rule: "with a key", method: method, answers: [.status(503), .status(204)],
                    waits: [.seconds(0.5)]
                ) {
                    $0.idempotencyKey = "k"
                },
                Row(
                    rule: "with a header", method: method, answers: [.status(503), .status(204)],
                    waits: [.seconds(0.5)]
                ) {
                    $0.headers = HTTPFields(["idempotency-key": "k"])
                },
            ]
        }

    static let errors =
        [TransportError.Reason.unreachable, .interrupted, .timedOut].map {
            Row(rule: $0.rawValue, answers: [.error($0), .status(204)], waits: [.seconds(0.5)])
        }
        + [.insecure, .other].map { Row(rule: $0.rawValue, answers: [.error($0)], waits: []) }

    private static func after(_ name: String, _ value: String, status: Int = 503) -> [Answer] {
        [.status(status, [name: value]), .status(204)]
    }

    static let headers = [
        Row(rule: "seconds", answers: after("Retry-After", "7"), waits: [second * 7]),
        Row(rule: "no seconds", answers: after("Retry-After", "0"), waits: [.zero]),
        Row(
            rule: "a date", answers: after("Retry-After", "Tue, 14 Nov 2023 22:13:25 GMT"),
            waits: [second * 5]),
        Row(
            rule: "a past date", answers: after("Retry-After", "Tue, 14 Nov 2000 22:13:25 GMT"),
            waits: [.zero]),
        Row(rule: "nonsense", answers: after("Retry-After", "soon"), waits: [.seconds(0.5)]),
        Row(rule: "milliseconds", answers: after("retry-after-ms", "1500"), waits: [.seconds(1.5)]),
        Row(rule: "negative", answers: after("retry-after-ms", "-1"), waits: [.seconds(0.5)]),
        Row(rule: "too long", answers: after("Retry-After", "61"), waits: []),
        Row(rule: "overflow", answers: after("Retry-After", "9223372036854775807"), waits: []),
        Row(rule: "overflow", answers: after("retry-after-ms", "1e300"), waits: []),
        Row(rule: "409 that says when", answers: after("Retry-After", "1", status: 409), waits: [second]),
        Row(rule: "404 that says when", answers: [.status(404, ["Retry-After": "1"])], waits: []),
        Row(
            rule: "a rate limit", answers: after("X-RateLimit-Reset", "4", status: 429), waits: [second * 4]),
        Row(
            rule: "no rate limit", answers: after("X-RateLimit-Reset", "4", status: 503),
            waits: [.seconds(0.5)]),
        Row(
            rule: "asked for", answers: after("x-should-retry", "true", status: 400), waits: [.seconds(0.5)]),
        Row(rule: "forbidden", answers: [.status(503, ["x-should-retry": "false"])], waits: []),
        Row(
            rule: "beyond the deadline", answers: [.status(503, ["Retry-After": "30"])], waits: []
        ) { $0.timeout = .seconds(20) },
        Row(
            rule: "within the deadline", answers: after("Retry-After", "30"), waits: [second * 30]
        ) { $0.timeout = .seconds(400) },
    ]
}

extension HTTPFields {
    init(_ values: [String: String]) {
        self.init()
        for (name, value) in values {
            if let name = HTTPField.Name(name) { self[name] = value }
        }
    }
}
