extension TypeTable {
    /// Adds a property for undeclared properties to records that are decoded and encoded (JSON Schema 2020-12, core,
    /// section 10.3.2.3): otherwise, a caller that reads a value, changes it and sends it back would delete them. Forms
    /// and parameters contain only declared properties.
    mutating func keepUndeclaredProperties(from groups: [API.Group]) {
        let fields = fieldTypes(of: groups)
        for draft in drafts where draft.direction.isCodable && !fields.contains(draft.id) {
            guard case .record(var record)? = draft.kind, record.additionalProperties == nil,
                !record.isClosed, !record.isKeptElsewhere, record.unions.isEmpty
            else { continue }
            record.additionalProperties = API.AdditionalProperties(type: .scalar(.json))
            self[draft.id].kind = .record(record)
        }
    }

    /// The types whose properties are form fields, multipart parts or parameters.
    private func fieldTypes(of groups: [API.Group]) -> Set<API.TypeID> {
        let operations = groups.flatMap(\.operations)
        let bodies = operations.flatMap { $0.body?.contents ?? [] }.filter(\.hasFields).map(\.type)
        let parameters = operations.flatMap(\.parameters).filter { !$0.isJSONText }.map(\.type)
        return wholes(of: bodies + parameters)
    }
}

// MARK: - Members of others

extension TypeTable {
    /// Marks the members of records' JSON objects that an enclosing union or record reads and writes.
    mutating func markForeignMembers(from groups: [API.Group]) {
        let alone = typesAlone(groups)
        for draft in drafts {
            switch draft.kind {
            case .record(let record)?:
                for (index, union) in record.unions.enumerated() {
                    markForeignMembers(of: record, in: union, closing: index > 0 ? alone : nil)
                }
            case .union(let union)?:
                for tagged in union.cases {
                    guard let tag = tagged.tag else { continue }
                    eachRecord(of: tagged.type) { id, record in
                        // A value that is also used outside of the union keeps the discriminator, and so does one with
                        // several discriminator values.
                        let keepsTag = (alone.contains(id) || !tag.others.isEmpty) && record.takesAnything
                        if !keepsTag { record.foreignMembers.append(tag.member) }
                    }
                }
            case .enumeration?, nil: break
            }
        }
    }

    /// - Parameter alone: Types that keep undeclared members next to another union that keeps them; all others leave
    ///   these to that union.
    private mutating func markForeignMembers(
        of owner: API.Record,
        in union: API.EmbeddedUnion,
        closing alone: Set<API.TypeID>?,
    ) {
        let others = owner.unions.filter { $0.name != union.name }.flatMap(\.members)
        let names = owner.properties.map(\.wireName) + others
        eachRecord(of: union.type) { id, record in
            record.foreignMembers += names
            let isKeptByUnion = alone.map { !$0.contains(id) } ?? false
            record.isKeptElsewhere =
                record.isKeptElsewhere || isKeptByUnion || owner.additionalProperties != nil
        }
    }

    /// Applies a change to the records that share the JSON object of a value.
    private mutating func eachRecord(
        of root: API.TypeReference,
        _ change: (API.TypeID, inout API.Record) -> Void,
    ) {
        var (visited, pending) = (Set<API.TypeID>(), [root])
        while let type = pending.popLast() {
            guard case .named(let id) = type, visited.insert(id).inserted else { continue }
            switch self[id].kind {
            case .record(var record)?:
                change(id, &record)
                self[id].kind = .record(record)
                pending += record.unions.map(\.type)
            case .union(let union)?: pending += union.cases.map(\.type)
            case .enumeration?, nil: break
            }
        }
    }

    /// The types of values that are used where no union writes a discriminator.
    private func typesAlone(_ groups: [API.Group]) -> Set<API.TypeID> {
        let operations = groups.flatMap(\.operations)
        let whole = operations.flatMap { $0.sentTypes + $0.result.types + $0.failures.map(\.type) }
        let held = drafts.flatMap { draft -> [API.TypeReference] in
            switch draft.kind {
            case .record(let record)?:
                record.properties.map(\.type) + [record.additionalProperties?.type].compactMap(\.self)
            case .union(let union)?: union.cases.filter { $0.tag == nil }.map(\.type)
            case .enumeration?, nil: []
            }
        }
        return Set((whole + held).compactMap(\.declaration))
    }
}

extension API.Record {
    /// Whether the values of undeclared properties are unrestricted.
    fileprivate var takesAnything: Bool {
        additionalProperties.map { $0.type == .scalar(.json) } ?? true
    }
}
