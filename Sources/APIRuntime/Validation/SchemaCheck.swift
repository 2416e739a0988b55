import APIPatterns

/// Checks a value against schemas, and collects all violations in the order of the schemas.
struct SchemaCheck {
    let schemas: [SchemaNode]
    let options: ValidationOptions
    let isRequest: Bool
    private(set) var violations: [Violation] = []
    var path: SchemaPath
    /// Whether only the verdict counts: the check ends with the first violation.
    var isTrial = false
    /// Whether values that the document does not list are violations.
    var isStrict: Bool
    /// Whether strings must have their formats.
    var assertsFormats: Bool
    /// The number of violations by which a value is another one than an alternative describes, not one that exceeds its
    /// limits.
    var mismatches = 0
    /// Whether the value of ``origin`` is of a type that its schema does not allow.
    var isOfOtherType = false
    /// The depth at which the alternative begins that is being checked.
    var origin = 0
    /// Whether violations must not show values.
    var isSecret = false
    private var secrets = 0
    private var level = 0

    init(_ schemas: [SchemaNode], options: ValidationOptions, isRequest: Bool, path: SchemaPath) {
        self.schemas = schemas
        self.options = options
        self.isRequest = isRequest
        self.path = path
        isStrict = options.contains(.closedValues)
        assertsFormats = options.contains(.formats)
    }

    /// The depth of schemas at which the check ends: beyond it, a schema applies itself to the same value.
    private static let mostLevels = 512

    /// - Returns: Whether the value is valid.
    @discardableResult
    mutating func check(_ value: EncodedValue, _ node: SchemaNode) -> Bool {
        var marks = SchemaMarks()
        return check(value, node, &marks)
    }

    @discardableResult
    mutating func check(_ value: EncodedValue, _ node: SchemaNode, _ marks: inout SchemaMarks) -> Bool {
        // The content of files is not JSON.
        if case .file = value { return true }
        guard level < Self.mostLevels else { return true }
        level += 1
        if node.isSecret { secrets += 1 }
        defer {
            level -= 1
            if node.isSecret { secrets -= 1 }
        }
        // A schema does not see what those beside it have evaluated.
        var own = SchemaMarks()
        defer { marks.formUnion(own) }
        var isValid = true
        for rule in node.rules where !check(value, rule, &own) {
            isValid = false
            if isTrial { return false }
        }
        return isValid
    }

    private mutating func check(
        _ value: EncodedValue, _ rule: SchemaRule, _ marks: inout SchemaMarks,
    ) -> Bool {
        switch rule {
        case .limit(let limit):
            return limit.holds(for: value) || fail(limit.rule, limit.sentence, value)
        case .never: return fail("not", "must not be set", value)
        case .types(let types, let union): return union == .open && !isStrict || check(value, types)
        case .values(let values): return check(value, values)
        case .format(let format):
            guard assertsFormats, let text = value.text, !format.isMet(by: text) else { return true }
            return fail("format", "must be \(format.phrase)", value)
        case .reference(let index): return check(value, schemas[index], &marks)
        case .allOf(let nodes): return checkAll(value, nodes, &marks)
        case .anyOf(let alternatives): return checkAny(value, alternatives, &marks)
        case .oneOf(let alternatives): return checkOne(value, alternatives, &marks)
        case .discriminated(let union): return check(value, union, &marks)
        case .not(let node):
            return !isValid(value, node) || fail("not", "must not match \(node.text)", value)
        case .conditional(let condition): return check(value, condition, &marks)
        case .required(let names, let direction):
            return direction == .some(!isRequest) || checkRequired(value, names)
        case .members(let members): return check(value, members, &marks)
        case .names(let node): return check(value, names: node)
        case .dependentRequired(let trigger, let names): return check(value, names, with: trigger)
        case .dependent(let schemas): return check(value, dependent: schemas, &marks)
        case .items(let prefix, let others): return check(value, prefix, others, &marks)
        case .contains(let contents): return check(value, contents, &marks)
        case .unevaluatedProperties(let node): return check(value, unevaluated: node, &marks)
        case .unevaluatedItems(let node): return check(value, unevaluatedItems: node, &marks)
        }
    }

    private mutating func check(_ value: EncodedValue, _ types: [SchemaValueType]) -> Bool {
        guard !types.contains(where: { $0.includes(value) }) else { return true }
        if path.depth == origin { isOfOtherType = true }
        return fail("type", "must be \(types.map(\.phrase).formatted)", value)
    }

    private mutating func check(_ value: EncodedValue, _ values: [EncodedValue]) -> Bool {
        guard isStrict, !values.contains(where: value.isSame) else { return true }
        if values.count == 1 { return fail("const", "must be \(values[0].json)", value) }
        return fail("enum", "must be one of \(values.map(\.plain).joined(separator: ", "))", value)
    }

    /// The verdict on a value, without violations.
    mutating func isValid(_ value: EncodedValue, _ node: SchemaNode) -> Bool {
        var marks = SchemaMarks()
        return isValid(value, node, &marks)
    }

    mutating func isValid(_ value: EncodedValue, _ node: SchemaNode, _ marks: inout SchemaMarks) -> Bool {
        let before = (isTrial, isStrict)
        (isTrial, isStrict) = (true, true)
        defer { (isTrial, isStrict) = before }
        return check(value, node, &marks)
    }

    /// Records a violation at the current place.
    ///
    /// - Returns: `false`
    mutating func fail(_ rule: Violation.Rule, _ sentence: String, _ value: EncodedValue?) -> Bool {
        guard !isTrial else { return false }
        if Self.rulesOfKinds.contains(rule) { mismatches += 1 }
        let text = path.text
        violations.append(
            Violation(
                path: text, rule: rule, message: "\(text) \(sentence)", pointer: path.pointer,
                value: isSecret || secrets > 0 ? "a secret" : value?.shown))
        return false
    }

    /// The keywords that tell values of one kind from others.
    private static let rulesOfKinds: Set<Violation.Rule> = [
        "type", "enum", "const", "required", "discriminator", "additionalProperties", "properties",
        "unevaluatedProperties", "format",
    ]

    /// Removes the violations after the first ones.
    mutating func takeViolations(after count: Int) -> [Violation] {
        defer { violations.removeLast(violations.count - count) }
        return Array(violations[count...])
    }

    mutating func append(_ others: [Violation]) { violations += others }
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

extension [String] {
    /// The items as a list of choices, such as `a, b or c`.
    var formatted: String {
        count < 2 ? first ?? "" : "\(dropLast().joined(separator: ", ")) or \(self[count - 1])"
    }
}

extension EncodedValue {
    /// A scalar as in a sentence: strings without quotes.
    fileprivate var plain: String { text ?? json }

    /// The value in a message: a scalar as JSON, abbreviated, and the kind of any other.
    fileprivate var shown: String {
        switch self {
        case .null, .string, .literal:
            json.unicodeScalars.count <= 60 ? json : String(json.unicodeScalars.prefix(60)) + "…"
        case .file: "a file"
        case .list(let items): "an array of \(items.count)"
        case .object(let members): "an object of \(members.count)"
        }
    }
}
