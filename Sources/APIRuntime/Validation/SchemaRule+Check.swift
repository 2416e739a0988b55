extension SchemaRule {
    func check(
        _ value: EncodedValue, by check: inout SchemaCheck, marking marks: inout SchemaMarks,
    ) -> Bool {
        switch self {
        case .limit(let limit):
            return limit.holds(for: value) || check.fail(limit.rule, because: limit.sentence, value)
        case .never: return check.fail("not", because: "must not be set", value)
        case .types(let types, let union):
            return union == .open && !check.mode.isStrict || types.check(value, by: &check)
        case .values(let values): return Self.check(value, among: values, by: &check)
        case .format(let format):
            guard check.mode.assertsFormats, let text = value.text, !format.isMet(by: text) else {
                return true
            }
            return check.fail("format", because: "must be \(format.phrase)", value)
        case .reference(let index):
            return check.check(value, againstSchemaAt: index, marking: &marks)
        case .allOf(let nodes): return Self.check(value, againstAll: nodes, by: &check, marking: &marks)
        case .anyOf(let alternatives): return alternatives.check(value, byAny: &check, marking: &marks)
        case .oneOf(let alternatives): return alternatives.check(value, byOne: &check, marking: &marks)
        case .discriminated(let union): return union.check(value, by: &check, marking: &marks)
        case .not(let node):
            return !check.isValid(value, by: node)
                || check.fail("not", because: "must not match \(node.text)", value)
        case .conditional(let condition): return condition.check(value, by: &check, marking: &marks)
        case .required, .dependentRequired, .members, .names, .dependent, .unevaluatedProperties:
            guard case .object(let members) = value else { return true }
            return self.check(value, with: members, by: &check, marking: &marks)
        case .items, .contains, .unevaluatedItems:
            guard case .list(let items) = value else { return true }
            return self.check(value, of: items, by: &check, marking: &marks)
        }
    }

    private static func check(
        _ value: EncodedValue, among values: [EncodedValue], by check: inout SchemaCheck,
    ) -> Bool {
        guard check.mode.isStrict, !values.contains(where: value.isSame) else { return true }
        if values.count == 1 { return check.fail("const", because: "must be \(values[0].json)", value) }
        let texts = values.map { $0.text ?? $0.json }
        return check.fail("enum", because: "must be one of \(texts.joined(separator: ", "))", value)
    }

    private static func check(
        _ value: EncodedValue, againstAll nodes: [SchemaNode], by check: inout SchemaCheck,
        marking marks: inout SchemaMarks,
    ) -> Bool {
        var isValid = true
        for node in nodes where !check.check(value, against: node, marking: &marks) {
            isValid = false
            if check.mode.isTrial { break }
        }
        return isValid
    }
}

extension SchemaCondition {
    fileprivate func check(
        _ value: EncodedValue, by check: inout SchemaCheck, marking marks: inout SchemaMarks,
    ) -> Bool {
        var own = SchemaMarks(areKept: marks.areKept)
        let holds = check.isValid(value, by: condition, marking: &own)
        if holds { marks.formUnion(own) }
        guard let branch = holds ? then : otherwise else { return true }
        return check.check(value, against: branch, marking: &marks)
    }
}

extension [SchemaValueType] {
    fileprivate func check(_ value: EncodedValue, by check: inout SchemaCheck) -> Bool {
        guard !contains(where: { $0.includes(value) }) else { return true }
        if check.path.depth == check.mode.origin { check.mode.isOfOtherType = true }
        let phrases = map(\.phrase)
        let list =
            phrases.count < 2
            ? phrases.joined() : "\(phrases.dropLast().joined(separator: ", ")) or \(phrases[count - 1])"
        return check.fail("type", because: "must be \(list)", value)
    }
}

extension SchemaValueType {
    fileprivate func includes(_ value: EncodedValue) -> Bool {
        switch value {
        case .null: self == .null
        case .string: self == .string
        case .file: true
        case .list: self == .array
        case .object: self == .object
        case .literal("true"), .literal("false"): self == .boolean
        case .literal(let text):
            self == .number || self == .integer && JSONNumber(valid: text).isInteger
        }
    }

    fileprivate var phrase: String {
        switch self {
        case .null: "null"
        case .boolean: "a Boolean"
        case .object: "an object"
        case .array: "an array"
        case .number: "a number"
        case .string: "a string"
        case .integer: "an integer"
        }
    }
}
