/// A check of a value against schemas, which collects all violations in the order of the schemas.
struct SchemaCheck {
    let schemas: [SchemaNode]
    let options: ValidationOptions
    let isRequest: Bool
    private(set) var violations: [Violation] = []
    var path: SchemaPath
    /// How the current schema is checked.
    var mode: Mode
    /// The number of violations by which a value is another one than an alternative describes, not one that exceeds its
    /// limits.
    var mismatches = 0
    /// Whether violations must not show values.
    var isSecret = false
    private var level = 0
    /// Whether the check gave up.
    private var isTooDeep = false
    /// The references that are being followed, each with the depth of its value.
    private var followed: [(schema: Int, depth: Int)] = []
    /// The JSON pointers of secrets.
    private var secrets: Set<String> = []

    struct Mode {
        /// Whether only the verdict counts: the check ends with the first violation.
        var isTrial = false
        /// Whether values that the document does not list are violations.
        var isStrict: Bool
        /// Whether strings must have their formats.
        var assertsFormats: Bool
        /// The depth at which the alternative begins that is being checked.
        var origin = 0
        /// Whether the value of the alternative is of a type that its schema does not allow.
        var isOfOtherType = false
    }

    init(_ schemas: [SchemaNode], options: ValidationOptions, isRequest: Bool, path: SchemaPath) {
        self.schemas = schemas
        self.options = options
        self.isRequest = isRequest
        self.path = path
        mode = Mode(
            isStrict: options.contains(.closedValues), assertsFormats: options.contains(.formats))
    }

    /// The number of schemas inside each other at which the check gives up, since the stack ends. A verdict from there on
    /// would be wrong below `not` and `oneOf`.
    private static let mostLevels = 256

    /// - Returns: Whether the value is valid.
    @discardableResult
    mutating func check(_ value: EncodedValue, against node: SchemaNode) -> Bool {
        var marks = SchemaMarks()
        return check(value, against: node, marking: &marks)
    }

    /// - Parameter marks: Those of the schema around this one, for the same value.
    @discardableResult
    mutating func check(
        _ value: EncodedValue, against node: SchemaNode, marking marks: inout SchemaMarks,
    ) -> Bool {
        // The content of files is not JSON.
        if case .file = value { return true }
        guard level < Self.mostLevels else {
            isTooDeep = true
            return true
        }
        level += 1
        defer { level -= 1 }
        if node.isSecret { secrets.insert(path.pointer) }
        // A schema does not see what those beside it have evaluated.
        var own = SchemaMarks(areKept: marks.areKept || node.asksForMarks)
        defer { marks.formUnion(own) }
        var isValid = true
        for rule in mode.isTrial ? node.quickRules : node.rules
        where !rule.check(value, by: &self, marking: &own) {
            isValid = false
            if mode.isTrial { return false }
        }
        return isValid
    }

    /// Checks a value against a schema of the set. One that refers to itself, for the same value, adds nothing.
    mutating func check(
        _ value: EncodedValue, againstSchemaAt index: Int, marking marks: inout SchemaMarks,
    ) -> Bool {
        guard !followed.contains(where: { $0.schema == index && $0.depth == path.depth }) else { return true }
        followed.append((index, path.depth))
        defer { followed.removeLast() }
        return check(value, against: schemas[index], marking: &marks)
    }

    /// Checks a member of an object.
    mutating func check(_ value: EncodedValue, against node: SchemaNode, named name: String) -> Bool {
        path.enter(name)
        defer { path.leave() }
        return check(value, against: node)
    }

    /// The verdict on a value, without violations. Values that the document does not list are not valid.
    mutating func isValid(
        _ value: EncodedValue, by node: SchemaNode, marking marks: inout SchemaMarks,
    ) -> Bool {
        let before = mode
        (mode.isTrial, mode.isStrict) = (true, true)
        defer { mode = before }
        return check(value, against: node, marking: &marks)
    }

    mutating func isValid(_ value: EncodedValue, by node: SchemaNode) -> Bool {
        var marks = SchemaMarks()
        return isValid(value, by: node, marking: &marks)
    }

    /// Records a violation at the current place.
    ///
    /// - Returns: `false`
    mutating func fail(_ rule: Violation.Rule, because sentence: String, _ value: EncodedValue?) -> Bool {
        guard !mode.isTrial else { return false }
        if Self.rulesOfKinds.contains(rule) { mismatches += 1 }
        let text = path.text
        violations.append(
            Violation(
                path: text, rule: rule, message: "\(text) \(sentence)", pointer: path.pointer,
                value: value?.shown))
        return false
    }

    /// Records a violation of a member.
    mutating func fail(
        _ rule: Violation.Rule, because sentence: String, of name: String, _ value: EncodedValue?,
    ) -> Bool {
        path.enter(name)
        defer { path.leave() }
        return fail(rule, because: sentence, value)
    }

    /// The keywords that tell values of one kind from others.
    private static let rulesOfKinds: Set<Violation.Rule> = [
        "type", "enum", "const", "required", "discriminator", "additionalProperties", "properties",
        "unevaluatedProperties", "format",
    ]

    /// The violations without the values of secrets, which any of the schemas of a value may declare.
    var tellableViolations: [Violation] {
        guard !isTooDeep else { return [] }
        return violations.map { violation in
            let pointer = violation.pointer ?? ""
            let isSecret = isSecret || secrets.contains { pointer == $0 || pointer.hasPrefix($0 + "/") }
            return isSecret ? violation.withoutValue : violation
        }
    }

    /// Removes the violations after the first ones.
    mutating func takeViolations(after count: Int) -> [Violation] {
        defer { violations.removeLast(violations.count - count) }
        return Array(violations[count...])
    }

    mutating func append(_ others: [Violation]) { violations += others }
}

extension EncodedValue {
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
