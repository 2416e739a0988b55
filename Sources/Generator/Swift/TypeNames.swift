/// Writes types as Swift does, and knows what they need to be imported.
struct TypeNames {
    private let types: [API.TypeID: API.TypeDeclaration]
    private let module: String
    /// The names of the types that are nested where the types are named: they hide others of the same name.
    private var hiding: Set<String> = []
    /// The type inside which the types are named.
    private var enclosing: API.TypeID?

    init(_ declarations: [API.TypeDeclaration], module: String) {
        types = Dictionary(uniqueKeysWithValues: declarations.map { ($0.id, $0) })
        self.module = module
    }

    /// The names as they are written inside a type.
    func inside(_ type: API.TypeDeclaration) -> TypeNames {
        var names = self
        names.enclosing = type.id
        names.hiding = Set(types.values.filter { $0.parent == type.id }.map(\.name))
        return names
    }

    /// The names as they are written where other names are declared.
    func beside(_ names: [String]) -> TypeNames {
        var copy = self
        copy.hiding = Set(names)
        return copy
    }

    func name(of type: API.TypeReference) -> String {
        switch type {
        case .scalar(let scalar): scalar.code.type
        case .array(let element): "[\(name(of: element))]"
        case .dictionary(let element): "[String: \(name(of: element))]"
        case .nullable(let wrapped): "\(name(of: wrapped))?"
        case .named(let id): path(of: id)
        }
    }

    /// The name of a declared type, with the types that it is nested in.
    private func path(of id: API.TypeID) -> String {
        guard let type = types[id] else { return "JSONValue" }
        if let parent = type.parent, parent == enclosing { return type.name }
        if let parent = type.parent { return "\(path(of: parent)).\(type.name)" }
        return hiding.contains(type.name) ? "\(module).\(type.name)" : type.name
    }

    /// The enum that a type is, if it is one.
    func enumeration(_ type: API.TypeReference) -> API.Enumeration? {
        guard case .named(let id) = type, case .enumeration(let enumeration)? = types[id]?.kind else {
            return nil
        }
        return enumeration
    }
}

extension API.TypeReference {
    /// The scalar at the bottom of lists and dictionaries.
    var scalar: API.Scalar? {
        if case .scalar(let scalar) = innermost { scalar } else { nil }
    }

    var usesFoundation: Bool { scalar?.code.module == .foundation }
    var usesRuntime: Bool { scalar?.code.module == .runtime }
}
