import APIPatterns

extension SchemaCheck {
    mutating func checkRequired(_ value: EncodedValue, _ names: [String]) -> Bool {
        guard case .object(let members) = value else { return true }
        var isValid = true
        for name in names where !members.has(name) {
            isValid = failWithin(name, .required, "must be set", nil)
            if isTrial { break }
        }
        return isValid
    }

    /// Checks properties that are required with another one.
    mutating func check(_ value: EncodedValue, _ names: [String], with trigger: String) -> Bool {
        guard case .object(let members) = value, members.has(trigger) else { return true }
        var isValid = true
        for name in names where !members.has(name) {
            isValid = failWithin(trigger, .dependentRequired, "requires \(name)", nil)
            if isTrial { break }
        }
        return isValid
    }

    private mutating func failWithin(
        _ name: String, _ rule: Violation.Rule, _ sentence: String, _ value: EncodedValue?,
    ) -> Bool {
        path.enter(name)
        defer { path.leave() }
        return fail(rule, sentence, value)
    }

    mutating func check(
        _ value: EncodedValue, _ schema: SchemaMembers, _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .object(let members) = value else { return true }
        let names = MemberIndex(members)
        var isValid = true
        for property in schema.properties {
            guard let member = names[property.name] else { continue }
            marks.names.insert(property.name)
            let isMember =
                property.schema.isNever
                ? failWithin(property.name, "properties", "must not be set", member)
                : check(member, property.schema, of: property.name)
            isValid = isMember && isValid
            if isTrial, !isValid { return false }
        }
        guard !schema.patterns.isEmpty || schema.others != nil else { return isValid }
        let declared = Set(schema.properties.map { MemberName(text: $0.name) })
        for member in members {
            let isDeclared = declared.contains(MemberName(text: member.name))
            isValid = check(member, schema, isDeclared: isDeclared, &marks) && isValid
            if isTrial, !isValid { return false }
        }
        return isValid
    }

    private mutating func check(
        _ member: EncodedValue.Member, _ schema: SchemaMembers, isDeclared: Bool, _ marks: inout SchemaMarks,
    ) -> Bool {
        var (isKnown, isValid) = (isDeclared, true)
        for (pattern, schema) in schema.patterns where Pattern.known(pattern)?.matches(member.name) ?? false {
            isKnown = true
            marks.names.insert(member.name)
            isValid = check(member.value, schema, of: member.name) && isValid
        }
        if !isKnown, let others = schema.others {
            marks.names.insert(member.name)
            isValid = checkOther(member, others, "additionalProperties") && isValid
        }
        return isValid
    }

    /// Checks a property that is not declared.
    private mutating func checkOther(
        _ member: EncodedValue.Member, _ schema: SchemaNode, _ keyword: Violation.Rule,
    ) -> Bool {
        guard schema.isNever else { return check(member.value, schema, of: member.name) }
        return failWithin(member.name, keyword, "is no property that the document allows", member.value)
    }

    private mutating func check(_ value: EncodedValue, _ node: SchemaNode, of name: String) -> Bool {
        path.enter(name)
        defer { path.leave() }
        return check(value, node)
    }

    mutating func check(_ value: EncodedValue, names schema: SchemaNode) -> Bool {
        guard case .object(let members) = value else { return true }
        var isAllValid = true
        for member in members where !isValid(.string(member.name), schema) {
            isAllValid = failWithin(
                member.name, "propertyNames", "has a name that does not match \(schema.text)", member.value)
            if isTrial { break }
        }
        return isAllValid
    }

    mutating func check(
        _ value: EncodedValue, dependent schemas: [(name: String, schema: SchemaNode)],
        _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .object(let members) = value else { return true }
        var isValid = true
        for (name, schema) in schemas where members.has(name) {
            isValid = check(value, schema, &marks) && isValid
            if isTrial, !isValid { break }
        }
        return isValid
    }

    mutating func check(
        _ value: EncodedValue, unevaluated schema: SchemaNode, _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .object(let members) = value else { return true }
        var isValid = true
        for member in members where !marks.names.contains(where: { $0.isExactly(member.name) }) {
            marks.names.insert(member.name)
            isValid = checkOther(member, schema, "unevaluatedProperties") && isValid
            if isTrial, !isValid { break }
        }
        return isValid
    }
}

extension SchemaNode {
    /// Whether no value is valid.
    var isNever: Bool {
        guard rules.count == 1, case .never = rules[0] else { return false }
        return true
    }
}

extension [EncodedValue.Member] {
    func has(_ name: String) -> Bool { contains { $0.name.isExactly(name) } }
}

/// The members of an object by name.
private struct MemberIndex {
    private let members: [EncodedValue.Member]
    private let places: [MemberName: Int]?

    init(_ members: [EncodedValue.Member]) {
        self.members = members
        // A search among few is faster than a table.
        places =
            members.count < 12
            ? nil
            : Dictionary(members.enumerated().map { (MemberName(text: $1.name), $0) }) { _, last in last }
    }

    subscript(name: String) -> EncodedValue? {
        guard let places else { return members.last { $0.name.isExactly(name) }?.value }
        return places[MemberName(text: name)].map { members[$0].value }
    }
}
