extension API {
    /// Whether a date occurs in values of these types that are sent, however deep.
    func hasDates(_ sent: [TypeReference]) -> Bool {
        var seen: Set<TypeID> = []
        var pending = sent
        while let type = pending.popLast() {
            switch type.innermost {
            case .scalar(.dateTime): return true
            case .named(let id) where seen.insert(id).inserted: pending += types[id.index].sentTypes
            default: continue
            }
        }
        return false
    }
}

extension API.TypeDeclaration {
    /// The types of what is sent of a value.
    fileprivate var sentTypes: [API.TypeReference] {
        switch kind {
        case .record(let record):
            record.properties.filter { !$0.isReadOnly }.map(\.type) + record.unions.map(\.type)
                + [record.additionalProperties].compactMap(\.self)
        case .union(let union): union.cases.map(\.type)
        case .enumeration: []
        }
    }
}
