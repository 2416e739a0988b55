@_spi(Generated) extension Request {
    /// Declares the type of the error body for some statuses.
    public mutating func failure<Body: Decodable & Sendable>(_ statuses: FailureStatus..., as type: Body.Type)
    {
        self.statuses.failures += statuses.map { DeclaredFailure(status: $0, type: type) }
    }

    /// Declares statuses other than 2xx that are successes, such as 302. A redirect among them is not followed.
    public mutating func success(_ statuses: FailureStatus...) { self.statuses.successes += statuses }
}

/// The statuses other than 2xx that an operation declares.
struct DeclaredStatuses: Sendable {
    fileprivate(set) var failures: [DeclaredFailure] = []
    fileprivate var successes: [FailureStatus] = []

    func isSuccess(_ status: Int) -> Bool { successes.contains { $0.matches(status) } }

    var followsRedirects: Bool { !(300..<400).contains { isSuccess($0) } }

    /// The type declared for a status: by the exact status, else by its range, else by `other`.
    func failureType(for status: Int) -> (any (Decodable & Sendable).Type)? {
        failures.filter { $0.status.matches(status) }
            .min { $0.status.rank < $1.status.rank }?.type
    }
}

/// The statuses of a declared failure, or of a success other than 2xx.
@_spi(Generated) public enum FailureStatus: Sendable, ExpressibleByIntegerLiteral {
    /// A single status code.
    case code(Int)
    /// Any status of a range that is not declared by its code, such as `4XX`.
    case range(ClosedRange<Int>)
    /// Any status that is not declared otherwise: `default`.
    case other

    public init(integerLiteral value: Int) { self = .code(value) }

    func matches(_ status: Int) -> Bool {
        switch self {
        case .code(let code): code == status
        case .range(let range): range.contains(status)
        case .other: true
        }
    }

    /// The precedence; lower ranks are more specific.
    var rank: Int {
        switch self {
        case .code: 0
        case .range: 1
        case .other: 2
        }
    }
}

struct DeclaredFailure: Sendable {
    let status: FailureStatus
    let type: any (Decodable & Sendable).Type
}
