/// The declared types, and which stand inside which.
struct TypeTree {
    private let types: [API.TypeDeclaration]
    private let children: [API.TypeID: [API.TypeDeclaration]]

    init(_ types: [API.TypeDeclaration]) {
        self.types = types
        var children: [API.TypeID: [API.TypeDeclaration]] = [:]
        for type in types where !type.direction.isEmpty {
            if let parent = type.parent { children[parent, default: []].append(type) }
        }
        self.children = children
    }

    /// The types inside a type that something needs.
    func nested(in type: API.TypeDeclaration) -> [API.TypeDeclaration] { children[type.id] ?? [] }

    /// A type that nothing needs is still the home of the types inside it, if they are needed.
    func isWritten(_ type: API.TypeDeclaration) -> Bool {
        !type.direction.isEmpty || !nested(in: type).isEmpty
    }

    /// Whether a value of a type may stand in JSON in several forms.
    func hasSeveralForms(_ type: API.TypeReference) -> Bool {
        guard case .named(let id) = type.innermost else { return type.scalar?.code.hasSeveralForms ?? false }
        guard case .union(let union) = types[id.index].kind else { return false }
        return hasSeveralForms(union)
    }

    func hasSeveralForms(_ union: API.Union) -> Bool {
        // One that holds itself has the forms of the others.
        var (visited, pending) = (Set<API.TypeID>(), union.cases.map(\.type))
        while let type = pending.popLast() {
            if type.scalar?.code.hasSeveralForms ?? false { return true }
            guard case .named(let id) = type.innermost, visited.insert(id).inserted,
                case .union(let inner) = types[id.index].kind
            else { continue }
            pending += inner.cases.map(\.type)
        }
        return false
    }
}
