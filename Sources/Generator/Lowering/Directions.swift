extension Lowering {
    /// Marks which types travel to the service and which come from it, by following what the operations use.
    mutating func markDirections(from groups: [API.Group]) {
        for operation in groups.flatMap(\.operations) {
            let received = operation.result.types + operation.failures.map(\.type)
            let styled = operation.parameters.filter { !$0.isJSONText && $0.form == nil }
            for parameter in styled { markParameter(parameter.type) }
            for type in operation.sentTypes { mark(type, .sent) }
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
            pending += types[id].kind?.types(travelling: direction) ?? []
        }
    }
}
