extension TypeTable {
    /// Marks which types are sent and which are received, following the uses in operations.
    mutating func markDirections(from groups: [API.Group]) {
        for operation in groups.flatMap(\.operations) {
            let received = operation.result.types + operation.failures.map(\.type)
            let styled = operation.parameters.filter { !$0.isJSONText && $0.form == nil }
            for id in wholes(of: styled.map(\.type)) { self[id].direction.insert(.parameter) }
            for type in operation.sentTypes { mark(type, travelling: .sent) }
            for content in operation.body?.contents ?? [] where operation.changes(by: content) {
                mark(content.type, travelling: [.sent, .changed])
            }
            for type in received { mark(type, travelling: .received) }
        }
    }

    mutating func markReceived(_ webhooks: [API.Webhook]) {
        for webhook in webhooks { mark(webhook.payload, travelling: .received) }
    }

    /// Marks all used types as stored: a value in a cache is encoded and decoded again.
    mutating func markAllKept() {
        for draft in drafts where !draft.direction.isEmpty { self[draft.id].direction.insert(.kept) }
    }

    /// A value that is both sent and received is stored as a whole, including its read-only and write-only properties.
    mutating func markKept() {
        for draft in drafts where draft.direction.isBothWays {
            guard case .record(let record)? = draft.kind else { continue }
            for property in record.properties where property.isReadOnly || property.isWriteOnly {
                markKept(property.type)
            }
        }
    }

    private mutating func markKept(_ root: API.TypeReference) {
        var pending = [root]
        while let type = pending.popLast() {
            guard let id = type.declaration else { continue }
            let direction = self[id].direction
            guard !direction.isBothWays, !direction.contains(.kept) else { continue }
            self[id].direction.insert(.kept)
            pending += self[id].kind?.types(travelling: direction) ?? []
        }
    }

    /// The declared types of the values themselves, including the cases of unions. Their contents are written by their
    /// own `encode(to:)`.
    func wholes(of roots: [API.TypeReference]) -> Set<API.TypeID> {
        var (found, pending) = (Set<API.TypeID>(), roots)
        while let type = pending.popLast() {
            guard let id = type.declaration, found.insert(id).inserted else { continue }
            if case .union(let union)? = self[id].kind { pending += union.cases.map(\.type) }
        }
        return found
    }

    private mutating func mark(_ root: API.TypeReference, travelling direction: API.Direction) {
        var pending = [root]
        while let type = pending.popLast() {
            guard let id = type.declaration, !self[id].direction.contains(direction) else { continue }
            self[id].direction.insert(direction)
            pending += self[id].kind?.types(travelling: direction) ?? []
        }
    }
}

extension API.Operation {
    fileprivate func changes(by content: API.Content) -> Bool {
        ["put", "patch"].contains(method.lowercased())
            || content.mediaTypes.contains { $0.lowercased().contains("merge-patch") }
    }
}
