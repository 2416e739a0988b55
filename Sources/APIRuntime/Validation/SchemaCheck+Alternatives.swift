extension SchemaCheck {
    mutating func checkAll(
        _ value: EncodedValue, _ nodes: [SchemaNode], _ marks: inout SchemaMarks,
    ) -> Bool {
        var isValid = true
        for node in nodes {
            isValid = check(value, node, &marks) && isValid
            if isTrial, !isValid { return false }
        }
        return isValid
    }

    mutating func checkAny(
        _ value: EncodedValue, _ alternatives: SchemaAlternatives, _ marks: inout SchemaMarks,
    ) -> Bool {
        !matching(value, alternatives.schemas, &marks).isEmpty || checkNone(value, alternatives, "anyOf")
    }

    mutating func checkOne(
        _ value: EncodedValue, _ alternatives: SchemaAlternatives, _ marks: inout SchemaMarks,
    ) -> Bool {
        let matching = matching(value, alternatives.schemas, &marks)
        guard !matching.isEmpty else { return checkNone(value, alternatives, "oneOf") }
        guard matching.count > 1, alternatives.union == .none || options.contains(.exclusiveAlternatives) else {
            return true
        }
        let names = matching.map { alternatives.schemas.name($0) }
        return fail(
            "oneOf", "must match only one alternative, but matches \(names.joined(separator: " and "))", value)
    }

    /// The alternatives that match. Each of them counts for what is evaluated.
    private mutating func matching(
        _ value: EncodedValue, _ nodes: [SchemaNode], _ marks: inout SchemaMarks,
    ) -> [Int] {
        // Alternatives may differ in nothing but their format.
        let before = assertsFormats
        assertsFormats = true
        defer { assertsFormats = before }
        var matching: [Int] = []
        for (index, node) in nodes.enumerated() {
            var own = SchemaMarks()
            guard isValid(value, node, &own) else { continue }
            marks.formUnion(own)
            matching.append(index)
        }
        return matching
    }

    /// What an alternative has against a value.
    fileprivate struct Objection {
        let index: Int
        let violations: [Violation]
        let mismatches: Int
        let isOfOtherType: Bool
    }

    /// Reports why no alternative matches.
    ///
    /// - Returns: `true` if the value may be one that the service has added since: each alternative of its type describes
    ///   values of another kind.
    private mutating func checkNone(
        _ value: EncodedValue, _ alternatives: SchemaAlternatives, _ keyword: Violation.Rule,
    ) -> Bool {
        guard !isTrial || !isStrict else { return false }
        let nodes = alternatives.schemas
        let objections = nodes.enumerated().map { objection(of: $1, at: $0, to: value) }
        let ofType = objections.filter { !$0.isOfOtherType }
        let candidates = ofType.isEmpty ? objections : ofType
        let least = candidates.map(\.mismatches).min() ?? 0
        if !isStrict, least > 0, alternatives.union == .open || candidates.allSatisfy(\.isUnlisted) { return true }
        guard !isTrial else { return false }
        let best = candidates.filter { $0.mismatches == least }
        if best.count == 1, !ofType.isEmpty {
            mismatches += least
            append(best[0].violations)
            return false
        }
        let reasons = objections.map { objection in
            let name = nodes.name(objection.index)
            return objection.violations.first.map { "\(name): \($0.message)" } ?? name
        }
        mismatches += least
        return fail(keyword, "must match one alternative (\(reasons.joined(separator: "; ")))", value)
    }

    private mutating func objection(of node: SchemaNode, at index: Int, to value: EncodedValue) -> Objection {
        let before = (isTrial, isStrict, assertsFormats, mismatches, isOfOtherType, origin)
        (isTrial, isStrict, assertsFormats, mismatches, isOfOtherType, origin) = (
            false, true, true, 0, false, path.depth
        )
        let count = violations.count
        check(value, node)
        let objection = Objection(
            index: index, violations: takeViolations(after: count), mismatches: mismatches,
            isOfOtherType: isOfOtherType)
        (isTrial, isStrict, assertsFormats, mismatches, isOfOtherType, origin) = before
        return objection
    }

    mutating func check(
        _ value: EncodedValue, _ union: SchemaDiscriminator, _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .object(let members) = value,
            let chosen = members.last(where: { $0.name.isExactly(union.property) })?.value.scalar
        else { return true }
        if let schema = union.schemas.first(where: { $0.value.isExactly(chosen) })?.schema {
            return check(value, schema, &marks)
        }
        guard isStrict else { return true }
        path.enter(union.property)
        defer { path.leave() }
        let values = union.schemas.map(\.value).joined(separator: ", ")
        return fail("discriminator", "must be one of \(values)", .string(chosen))
    }

    mutating func check(
        _ value: EncodedValue, _ condition: SchemaCondition, _ marks: inout SchemaMarks,
    ) -> Bool {
        var own = SchemaMarks()
        let holds = isValid(value, condition.condition, &own)
        if holds { marks.formUnion(own) }
        guard let branch = holds ? condition.then : condition.otherwise else { return true }
        return check(value, branch, &marks)
    }
}

extension SchemaCheck.Objection {
    /// Whether some value is not listed in the document.
    fileprivate var isUnlisted: Bool { violations.contains { $0.rule == "enum" || $0.rule == "const" } }
}

extension [SchemaNode] {
    /// The words for an alternative.
    fileprivate func name(_ index: Int) -> String { self[index].label ?? "alternative \(index + 1)" }
}
