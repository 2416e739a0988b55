/// The declared types and their nesting.
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

    func declaration(of id: API.TypeID) -> API.TypeDeclaration { types[id.index] }

    /// The used types that are nested in a type.
    func nested(in type: API.TypeDeclaration) -> [API.TypeDeclaration] { children[type.id] ?? [] }

    /// Whether to generate a type: it is used itself, or is the namespace of nested types that are.
    func isWritten(_ type: API.TypeDeclaration) -> Bool {
        !type.direction.isEmpty || !nested(in: type).isEmpty
    }

    /// Whether a value of the union may have several JSON representations.
    func hasSeveralForms(_ union: API.Union) -> Bool {
        // A union nested in itself adds no representations.
        var (visited, pending) = (Set<API.TypeID>(), union.cases.map(\.type))
        while let type = pending.popLast() {
            if type.scalar?.code.hasSeveralForms ?? (type.own != nil) { return true }
            guard case .named(let id) = type.innermost, visited.insert(id).inserted,
                case .union(let inner) = types[id.index].kind
            else { continue }
            pending += inner.cases.map(\.type)
        }
        return false
    }
}
