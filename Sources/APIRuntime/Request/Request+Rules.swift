@_spi(Generated) extension Request {
    /// Demands the first parameter when the second is set.
    public mutating func require(_ name: String, with other: String) {
        rules.add(.required(name, by: other))
    }

    /// Forbids these parameters when the last is set.
    public mutating func exclude(_ excluded: String..., with name: String) {
        for other in excluded { rules.add(.excluded(other, by: name)) }
    }
}

/// The rules between the parameters of a request, and which of these are set.
struct ParameterRules: Sendable {
    private var rules: [ParameterRule] = []
    private var names: Set<String> = []

    mutating func add(_ rule: ParameterRule) { rules.append(rule) }

    /// Notes that a parameter is set, or the body, as `body`.
    mutating func set(_ name: String) { names.insert(name) }

    /// The rules that the request breaks.
    var broken: [Violation] { rules.compactMap { $0.violation(names) } }
}

/// A rule between two parameters, on what is set.
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
