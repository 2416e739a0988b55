import APIPatterns

extension SchemaRule {
    /// Checks an object.
    func check(
        _ value: EncodedValue, with members: [EncodedValue.Member], by check: inout SchemaCheck,
        marking marks: inout SchemaMarks,
    ) -> Bool {
        switch self {
        case .required(let names, let isRequest):
            return isRequest == .some(!check.isRequest) || Self.check(members, for: names, by: &check)
        case .dependentRequired(let trigger, let names):
            return !members.has(trigger) || Self.check(members, for: names, with: trigger, by: &check)
        case .members(let schema): return schema.check(members, by: &check, marking: &marks)
        case .names(let schema): return Self.check(namesOf: members, against: schema, by: &check)
        case .dependent(let schemas):
            var isValid = true
            for (name, schema) in schemas where members.has(name) {
                isValid = check.check(value, against: schema, marking: &marks) && isValid
                if check.mode.isTrial, !isValid { break }
            }
            return isValid
        case .unevaluatedProperties(let schema):
            var isValid = true
            for member in members where !marks.names.contains(where: { $0.isExactly(member.name) }) {
                marks.insert(member.name)
                isValid = schema.check(other: member, "unevaluatedProperties", by: &check) && isValid
                if check.mode.isTrial, !isValid { break }
            }
            return isValid
        case .limit, .never, .types, .values, .format, .reference, .allOf, .anyOf, .oneOf, .discriminated,
            .not,
            .conditional, .items, .contains, .unevaluatedItems:
            return true
        }
    }

    private static func check(
        _ members: [EncodedValue.Member], for names: [String], by check: inout SchemaCheck,
    ) -> Bool {
        var isValid = true
        for name in names where !members.has(name) {
            isValid = check.fail(.required, because: "must be set", of: name, nil)
            if check.mode.isTrial { break }
        }
        return isValid
    }

    private static func check(
        _ members: [EncodedValue.Member], for names: [String], with trigger: String,
        by check: inout SchemaCheck,
    ) -> Bool {
        var isValid = true
        for name in names where !members.has(name) {
            isValid = check.fail(.dependentRequired, because: "requires \(name)", of: trigger, nil)
            if check.mode.isTrial { break }
        }
        return isValid
    }

    private static func check(
        namesOf members: [EncodedValue.Member], against schema: SchemaNode, by check: inout SchemaCheck,
    ) -> Bool {
        var isValid = true
        for member in members {
            check.path.enter(member.name)
            if !check.isValid(.string(member.name), by: schema) {
                isValid = check.fail(
                    "propertyNames", because: "has a name that does not match \(schema.text)", nil)
            }
            check.path.leave()
            if check.mode.isTrial, !isValid { break }
        }
        return isValid
    }
}

extension SchemaMembers {
    fileprivate func check(
        _ members: [EncodedValue.Member], by check: inout SchemaCheck, marking marks: inout SchemaMarks,
    ) -> Bool {
        let index = MemberIndex(members)
        if check.mode.isTrial {
            // The values that tell alternatives apart come first.
            for (name, schema) in properties where schema.isListing {
                if let member = index[name], !check.check(member, against: schema, named: name) {
                    return false
                }
            }
        }
        var isValid = true
        for (name, schema) in properties {
            guard let member = index[name] else { continue }
            marks.insert(name)
            let isMember =
                schema.isNever
                ? check.fail("properties", because: "must not be set", of: name, member)
                : check.check(member, against: schema, named: name)
            isValid = isMember && isValid
            if check.mode.isTrial, !isValid { return false }
        }
        guard !patterns.isEmpty || others != nil else { return isValid }
        let declared = Set(properties.map { MemberName(text: $0.name) })
        for member in members {
            let isDeclared = declared.contains(MemberName(text: member.name))
            isValid = self.check(member, isDeclared: isDeclared, by: &check, marking: &marks) && isValid
            if check.mode.isTrial, !isValid { return false }
        }
        return isValid
    }

    private func check(
        _ member: EncodedValue.Member, isDeclared: Bool, by check: inout SchemaCheck,
        marking marks: inout SchemaMarks,
    ) -> Bool {
        var (isKnown, isValid) = (isDeclared, true)
        for (source, schema) in patterns {
            guard let pattern = Pattern.known(source) else {
                // It may match any name.
                isKnown = true
                continue
            }
            guard pattern.matches(member.name) else { continue }
            isKnown = true
            marks.insert(member.name)
            isValid = check.check(member.value, against: schema, named: member.name) && isValid
        }
        if !isKnown, let others {
            marks.insert(member.name)
            isValid = others.check(other: member, "additionalProperties", by: &check) && isValid
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

    /// Checks a property that is not declared.
    fileprivate func check(
        other member: EncodedValue.Member, _ keyword: Violation.Rule, by check: inout SchemaCheck,
    ) -> Bool {
        guard isNever else { return check.check(member.value, against: self, named: member.name) }
        return check.fail(
            keyword, because: "is no property that the document allows", of: member.name, member.value)
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
