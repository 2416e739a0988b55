extension Lowering {
    /// Marks which types travel to the service and which come from it, by following what the operations use.
    mutating func markDirections(from groups: [API.Group]) {
        for operation in groups.flatMap(\.operations) {
            let contents = operation.body?.contents ?? []
            let sent = operation.parameters.map(\.type) + contents.map(\.type)
            let received = operation.result.types + operation.failures.map(\.type)
            let styled = operation.parameters.filter { !$0.isJSONText && $0.form == nil }
            for parameter in styled { markParameter(parameter.type) }
            for type in sent { mark(type, .sent) }
            for type in received { mark(type, .received) }
        }
    }

    mutating func markReceived(_ webhooks: [API.Webhook]) {
        for webhook in webhooks { mark(webhook.payload, .received) }
    }

    /// A type as the value of a parameter, itself, in a list or as the case of a union. What it holds is written by
    /// its own `encode(to:)`.
    private mutating func markParameter(_ root: API.TypeReference) {
        var pending = [root]
        while let type = pending.popLast() {
            guard case .named(let id) = type.innermost, !types[id].direction.contains(.parameter) else {
                continue
            }
            types[id].direction.insert(.parameter)
            if case .union(let union)? = types[id].kind { pending += union.cases.map(\.type) }
        }
    }

    private mutating func mark(_ root: API.TypeReference, _ direction: API.Direction) {
        var pending = [root]
        while let type = pending.popLast() {
            guard case .named(let id) = type.innermost, !types[id].direction.contains(direction) else {
                continue
            }
            types[id].direction.insert(direction)
            pending += used(by: types[id], direction)
        }
    }

    private func used(by draft: TypeTable.Draft, _ direction: API.Direction) -> [API.TypeReference] {
        switch draft.kind {
        case .record(let record):
            let properties = record.properties.filter {
                direction == .sent ? !$0.isReadOnly : !$0.isWriteOnly
            }
            return properties.map(\.type) + record.unions.map(\.type)
                + [record.additionalProperties].compactMap(\.self)
        case .union(let union): return union.cases.map(\.type)
        case .enumeration, nil: return []
        }
    }
}
