@_spi(Generated) extension Request {
    /// Declares the type of the body that comes with these statuses.
    public mutating func failure<Body: Decodable & Sendable>(_ statuses: FailureStatus..., as type: Body.Type)
    {
        self.statuses.failures += statuses.map { DeclaredFailure(status: $0, type: type) }
    }

    /// Declares statuses other than 2xx that are successes, such as 302. A redirect among them is not followed.
    public mutating func success(_ statuses: FailureStatus...) { self.statuses.successes += statuses }
}

/// Which statuses the document declares for an operation, apart from 2xx.
struct DeclaredStatuses: Sendable {
    fileprivate(set) var failures: [DeclaredFailure] = []
    fileprivate var successes: [FailureStatus] = []

    func isSuccess(_ status: Int) -> Bool { successes.contains { $0.matches(status) } }

    var followsRedirects: Bool { !(300..<400).contains { isSuccess($0) } }

    /// The type declared for a status: the exact status before a range before `other`.
    func failureType(for status: Int) -> (any (Decodable & Sendable).Type)? {
        failures.filter { $0.status.matches(status) }
            .min { $0.status.rank < $1.status.rank }?.type
    }
}

/// Which statuses a declared failure, or a success other than 2xx, is for.
@_spi(Generated) public enum FailureStatus: Sendable, ExpressibleByIntegerLiteral {
    /// Exactly this status.
    case code(Int)
    /// Any status in the range without a declaration of its own, as `4XX` in a document.
    case range(ClosedRange<Int>)
    /// Any status that no other declaration is for: `default` in a document.
    case other

    public init(integerLiteral value: Int) { self = .code(value) }

    func matches(_ status: Int) -> Bool {
        switch self {
        case .code(let code): code == status
        case .range(let range): range.contains(status)
        case .other: true
        }
    }

    /// The lower, the more exact.
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
