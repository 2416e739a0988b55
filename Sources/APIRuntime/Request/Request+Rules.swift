@_spi(Generated) extension Request {
    /// Requires a parameter if another is set.
    public mutating func require(_ name: String, with other: String) {
        rules.add(.required(name, by: other))
    }

    /// Forbids parameters if another is set.
    public mutating func exclude(_ excluded: String..., with name: String) {
        for other in excluded { rules.add(.excluded(other, by: name)) }
    }
}

/// The dependencies between parameters, and the parameters that are set.
struct ParameterRules: Sendable {
    /// The idempotency header that the operation declares.
    var idempotencyHeader: HTTPField.Name?
    private var rules: [ParameterRule] = []
    private var names: Set<String> = []

    mutating func add(_ rule: ParameterRule) { rules.append(rule) }

    /// Records that a parameter, or the body, as `body`, is set.
    mutating func set(_ name: String) { names.insert(name) }

    /// The rules that the request breaks.
    var broken: [Violation] { rules.compactMap { $0.violation(names) } }
}

/// A dependency between two parameters.
enum ParameterRule: Sendable {
    case required(String, by: String)
    case excluded(String, by: String)

    func violation(_ names: Set<String>) -> Violation? {
        switch self {
        case .required(let name, let other) where names.contains(other) && !names.contains(name):
            Violation(path: other, rule: .dependentRequired, message: "\(other) requires \(name)")
        case .excluded(let name, let other) where names.contains(other) && names.contains(name):
            Violation(path: name, rule: .mutuallyExclusive, message: "\(name) excludes \(other)")
        default:
            nil
        }
    }
}
