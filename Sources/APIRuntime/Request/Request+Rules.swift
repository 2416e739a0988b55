extension Request {
    /// Demands the first parameter when the second is set.
    public mutating func require(_ name: String, with other: String) {
        rules.append(.required(name, by: other))
    }

    /// Forbids these parameters when the last is set.
    public mutating func exclude(_ excluded: String..., with name: String) {
        rules += excluded.map { .excluded($0, by: name) }
    }

    /// The rules between parameters that the request breaks.
    var brokenRules: [Violation] {
        rules.compactMap { $0.violation(names) }
    }
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
