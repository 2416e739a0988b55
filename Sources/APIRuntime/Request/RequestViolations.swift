/// What was found while a request was built, and the values to check once the options of the call are known.
struct RequestViolations: Sendable {
    private struct Check: Sendable {
        let value: EncodedValue
        let limits: [Limit]
        let root: String
        let isSecret: Bool
        /// The number of violations found before.
        let position: Int
    }

    private var found: [Violation] = []
    private var checks: [Check] = []

    mutating func append(_ violation: Violation) { found.append(violation) }

    static func += (violations: inout RequestViolations, others: [Violation]) { violations.found += others }

    /// Has a value checked.
    ///
    /// - Parameter root: The name of a parameter, `$` for a body.
    mutating func check(
        _ value: EncodedValue?, with limits: [Limit], at root: String = "$", isSecret: Bool = false,
    ) {
        guard let value, !limits.isEmpty else { return }
        checks.append(
            Check(value: value, limits: limits, root: root, isSecret: isSecret, position: found.count))
    }

    /// All violations in the order in which the request was built.
    ///
    /// - Parameter options: `nil` leaves values unchecked.
    func all(_ options: ValidationOptions?) -> [Violation] {
        guard let options, !checks.isEmpty else { return found }
        var (all, taken): ([Violation], Int) = ([], 0)
        for check in checks {
            all += found[taken..<check.position]
            taken = check.position
            all += check.limits.violations(
                by: check.value, at: check.root, isSecret: check.isSecret, options: options)
        }
        return all + found[taken...]
    }
}
