extension Request {
    /// A value to check once the options of the call are known.
    struct Check: Sendable {
        let value: EncodedValue
        let limits: [Limit]
        let root: String
        let isSecret: Bool
        /// The number of violations before those of this value.
        let position: Int
    }

    /// Has a parameter checked before the request is sent.
    mutating func check(_ value: some ParameterValue, _ limits: [Limit], at name: String, isSecret: Bool) {
        // Values that cannot be encoded are reported by `parameter`.
        guard !limits.isEmpty, let value = value as? any Encodable,
            let encoded = try? ValueEncoder.encode(value, dateDecimals: dateDecimals)
        else { return }
        check(encoded, limits, at: name, isSecret: isSecret)
    }

    /// Has a value checked before the request is sent.
    mutating func check(
        _ value: EncodedValue, _ limits: [Limit], at root: String, isSecret: Bool = false,
    ) {
        guard !limits.isEmpty else { return }
        checks.append(
            Check(value: value, limits: limits, root: root, isSecret: isSecret, position: violations.count))
    }

    /// All violations in the order in which the request was built.
    func allViolations(_ options: ValidationOptions?) -> [Violation] {
        guard let options, !checks.isEmpty else { return violations }
        var (all, taken): ([Violation], Int) = ([], 0)
        for check in checks {
            all += violations[taken..<check.position]
            taken = check.position
            all += check.limits.violations(
                by: check.value, at: check.root, isSecret: check.isSecret, options: options)
        }
        return all + violations[taken...]
    }
}
