/// The Swift names of declarations, and the spelling of types where they are used.
struct Names {
    private let identifiers: Identifiers
    private let types: [API.TypeID: API.TypeDeclaration]
    private let inner: [API.TypeID: [API.TypeDeclaration]]
    private let module: String
    /// The names of the schemas that values are checked against.
    private(set) var schemas: SchemaNames
    /// Names declared in the current scope, which shadow top-level types.
    private var hiding: Set<String> = []
    /// The type that is the current scope.
    private var enclosing: API.TypeID?

    init(_ api: API, identifiers: Identifiers) {
        self.identifiers = identifiers
        types = Dictionary(uniqueKeysWithValues: api.types.map { ($0.id, $0) })
        inner = Dictionary(grouping: api.types.filter { $0.parent != nil }) { $0.parent ?? $0.id }
        module = api.service
        schemas = SchemaNames(api) { _ in "" }
        schemas = SchemaNames(api) { [self] in path(of: $0) }
    }

    subscript(name: API.Name) -> Identifier { identifiers[name] }

    /// The names as spelled inside a type.
    func inside(_ type: API.TypeDeclaration) -> Names {
        var names = self
        names.enclosing = type.id
        names.hiding = Set(inner[type.id, default: []].map { self[$0.name].text })
        return names
    }

    /// The names as spelled in a scope that declares other names.
    func beside(_ names: [String]) -> Names {
        var copy = self
        copy.hiding = Set(names)
        return copy
    }

    func type(_ type: API.TypeReference) -> String {
        switch type {
        case .scalar(let scalar): scalar.code.type
        case .array(let element): "[\(self.type(element))]"
        case .dictionary(let element): "[String: \(self.type(element))]"
        case .nullable(let wrapped): "\(self.type(wrapped))?"
        case .named(let id): path(of: id)
        case .own(let own): own.name
        }
    }

    /// The qualified name of a declared type.
    private func path(of id: API.TypeID) -> String {
        guard let type = types[id] else { return "JSONValue" }
        let name = self[type.name].text
        if let parent = type.parent { return parent == enclosing ? name : "\(path(of: parent)).\(name)" }
        return hiding.contains(name) ? "\(module).\(name)" : name
    }

    /// Whether two types are the same, or aliases of the same type.
    func areSame(_ first: API.TypeReference, _ second: API.TypeReference) -> Bool {
        switch (first, second) {
        case (.array(let first), .array(let second)), (.dictionary(let first), .dictionary(let second)),
            (.nullable(let first), .nullable(let second)):
            areSame(first, second)
        case (.named(let first), .named(let second)): original(of: first) == original(of: second)
        case (.scalar, _), (.array, _), (.dictionary, _), (.nullable, _), (.named, _), (.own, _):
            first == second
        }
    }

    private func original(of id: API.TypeID) -> API.TypeID { enumeration(.named(id))?.original ?? id }

    /// The enumeration that a type refers to; `nil` for other types.
    func enumeration(_ type: API.TypeReference) -> API.Enumeration? {
        guard case .named(let id) = type, case .enumeration(let enumeration)? = types[id]?.kind else {
            return nil
        }
        return enumeration
    }
}

extension [API.TypeReference] {
    /// The modules to import for types of the user, in addition to Foundation.
    var ownModules: [String] { Set(compactMap(\.ownModule)).sorted() }
}

extension API.TypeReference {
    /// The scalar in nested arrays, dictionaries and optionals.
    var scalar: API.Scalar? {
        if case .scalar(let scalar) = innermost { scalar } else { nil }
    }

    var usesFoundation: Bool {
        scalar?.code.module == .foundation || own?.module == Self.foundation
    }
    var usesRuntime: Bool { scalar?.code.module == .runtime }

    /// The module to import for a type of the user, in addition to Foundation.
    var ownModule: String? { own?.module.flatMap { $0 == Self.foundation ? nil : $0 } }

    /// The type of the user in nested arrays, dictionaries and optionals.
    var own: API.OwnType? {
        if case .own(let own) = innermost { own } else { nil }
    }

    private static let foundation = "Foundation"
}
