extension Lowering {
    /// Marks which types travel to the service and which come from it, by following what the operations use.
    mutating func markDirections(from groups: [API.Group]) {
        for operation in groups.flatMap(\.operations) {
            let contents = operation.body?.contents ?? []
            let sent = operation.parameters.map(\.type) + contents.map(\.type)
            let received = operation.result.types + operation.failures.map(\.type)
            let styled = operation.parameters.filter { !$0.isJSONText }
            for parameter in styled { markParameter(parameter.type) }
            for type in sent { mark(type, .sent) }
            for type in received { mark(type, .received) }
        }
    }

    /// A type as the value of a parameter, itself or in a list. What it holds is written by its own `encode(to:)`.
    private mutating func markParameter(_ type: API.TypeReference) {
        switch type {
        case .scalar: break
        case .array(let element), .dictionary(let element), .nullable(let element): markParameter(element)
        case .named(let id): types[id].direction.insert(.parameter)
        }
    }

    private mutating func mark(_ root: API.TypeReference, _ direction: API.Direction) {
        var pending = [root]
        while let type = pending.popLast() {
            switch type {
            case .scalar: continue
            case .array(let element), .dictionary(let element), .nullable(let element):
                pending.append(element)
            case .named(let id):
                guard !types[id].direction.contains(direction) else { continue }
                types[id].direction.insert(direction)
                pending += used(by: types[id], direction)
            }
        }
    }

    private func used(by draft: TypeTable.Draft, _ direction: API.Direction) -> [API.TypeReference] {
        guard case .record(let record)? = draft.kind else { return [] }
        let properties = record.properties.filter { direction == .sent ? !$0.isReadOnly : !$0.isWriteOnly }
        return properties.map(\.type) + [record.additionalProperties].compactMap(\.self)
    }
}
