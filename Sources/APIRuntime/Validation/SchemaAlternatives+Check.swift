extension SchemaAlternatives {
    func check(_ value: EncodedValue, byAny check: inout SchemaCheck, marking marks: inout SchemaMarks)
        -> Bool
    {
        !matching(value, by: &check, marking: &marks).isEmpty || checkNone(value, "anyOf", by: &check)
    }

    func check(_ value: EncodedValue, byOne check: inout SchemaCheck, marking marks: inout SchemaMarks)
        -> Bool
    {
        let matching = matching(value, by: &check, marking: &marks)
        guard !matching.isEmpty else { return checkNone(value, "oneOf", by: &check) }
        guard matching.count > 1, union == .none || check.options.contains(.exclusiveAlternatives) else {
            return true
        }
        let names = matching.map(name).joined(separator: " and ")
        return check.fail("oneOf", because: "must match only one alternative, but matches \(names)", value)
    }

    /// The words for an alternative.
    private func name(_ index: Int) -> String { schemas[index].label ?? "alternative \(index + 1)" }

    /// The alternatives that match. Each of them counts for what is evaluated.
    private func matching(
        _ value: EncodedValue, by check: inout SchemaCheck, marking marks: inout SchemaMarks,
    ) -> [Int] {
        let all = matching(value, among: Array(schemas.indices), by: &check, marking: &marks)
        guard all.count > 1, !check.mode.assertsFormats else { return all }
        // Alternatives may differ in nothing but their format.
        check.mode.assertsFormats = true
        defer { check.mode.assertsFormats = false }
        let formatted = matching(value, among: all, by: &check, marking: &marks)
        return formatted.isEmpty ? all : formatted
    }

    private func matching(
        _ value: EncodedValue, among indices: [Int], by check: inout SchemaCheck,
        marking marks: inout SchemaMarks,
    ) -> [Int] {
        var matching: [Int] = []
        for index in indices {
            var own = SchemaMarks(areKept: marks.areKept)
            guard check.isValid(value, by: schemas[index], marking: &own) else { continue }
            marks.formUnion(own)
            matching.append(index)
        }
        return matching
    }

    /// Reports why no alternative matches.
    ///
    /// - Returns: `true` if the value may be one that the service has added since: each alternative of its type describes
    ///   values of another kind.
    private func checkNone(
        _ value: EncodedValue, _ keyword: Violation.Rule, by check: inout SchemaCheck,
    ) -> Bool {
        guard !check.mode.isTrial || !check.mode.isStrict else { return false }
        let objections = schemas.map { Objection(of: $0, to: value, by: &check) }
        let ofType = objections.filter { !$0.isOfOtherType }
        let candidates = ofType.isEmpty ? objections : ofType
        let least = candidates.map(\.mismatches).min() ?? 0
        let isOpen = union == .open || candidates.allSatisfy(\.isUnlisted)
        if !check.mode.isStrict, least > 0, isOpen { return true }
        guard !check.mode.isTrial else { return false }
        let best = candidates.filter { $0.mismatches == least }
        if best.count == 1, !ofType.isEmpty {
            check.mismatches += least
            check.append(best[0].violations)
            return false
        }
        let reasons = objections.enumerated().map { index, objection in
            objection.violations.first.map { "\(name(index)): \($0.message)" } ?? name(index)
        }
        check.mismatches += least
        return check.fail(
            keyword, because: "must match one alternative (\(reasons.joined(separator: "; ")))", value)
    }
}

/// What an alternative has against a value.
private struct Objection {
    let violations: [Violation]
    let mismatches: Int
    let isOfOtherType: Bool

    init(of node: SchemaNode, to value: EncodedValue, by check: inout SchemaCheck) {
        let (mode, known, count) = (check.mode, check.mismatches, check.violations.count)
        check.mode = SchemaCheck.Mode(
            isStrict: true, assertsFormats: mode.assertsFormats, origin: check.path.depth)
        check.mismatches = 0
        check.check(value, against: node)
        (mismatches, isOfOtherType) = (check.mismatches, check.mode.isOfOtherType)
        (check.mode, check.mismatches) = (mode, known)
        violations = check.takeViolations(after: count)
    }

    /// Whether some value is not listed in the document.
    var isUnlisted: Bool { violations.contains { $0.rule == "enum" || $0.rule == "const" } }
}

extension SchemaDiscriminator {
    func check(_ value: EncodedValue, by check: inout SchemaCheck, marking marks: inout SchemaMarks) -> Bool {
        guard case .object(let members) = value,
            let chosen = members.last(where: { $0.name.isExactly(property) })?.value.scalar
        else { return true }
        if let schema = schemas.first(where: { $0.value.isExactly(chosen) })?.schema {
            return check.check(value, against: schema, marking: &marks)
        }
        guard check.mode.isStrict else { return true }
        let values = schemas.map(\.value).joined(separator: ", ")
        return check.fail(
            "discriminator", because: "must be one of \(values)", of: property, .string(chosen))
    }
}
