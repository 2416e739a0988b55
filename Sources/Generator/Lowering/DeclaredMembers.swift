import APIGenSourceText

/// The properties that schemas declare, by name.
struct DeclaredMembers {
    /// Whether requests or responses omit a property.
    enum Access { case both, readOnly, writeOnly }

    private let graph: SchemaGraph
    /// The schemas of properties by their names, and by the schemas that declare them.
    private let declarations: [ExactText: [OpenAPI.Schema.ID: OpenAPI.Schema.ID]]
    /// The schemas that describe the same value as another one.
    private var parts: [OpenAPI.Schema.ID: Set<OpenAPI.Schema.ID>] = [:]

    init(_ graph: SchemaGraph) {
        self.graph = graph
        var declarations: [ExactText: [OpenAPI.Schema.ID: OpenAPI.Schema.ID]] = [:]
        for id in graph.schemas.ids {
            for property in graph.schemas[id]?.properties ?? [] {
                declarations[property.name.value.exact, default: [:]][id] = property.schema
            }
        }
        self.declarations = declarations
    }

    /// Whether several schemas that describe the same value declare a property, of which its type heeds one.
    mutating func isRepeated(_ name: String, in owner: OpenAPI.Schema.ID) -> Bool {
        (declarations[name.exact] ?? [:]).count > 1 && schemas(of: name, in: owner).count > 1
    }

    /// `nil` if neither a schema nor a part of it declares the property.
    mutating func access(_ name: String, in owner: OpenAPI.Schema.ID) -> Access? {
        let declared = schemas(of: name, in: owner)
        guard !declared.isEmpty else { return nil }
        let annotations = declared.flatMap(graph.path).compactMap { graph.schemas[$0]?.annotations }
        let isReadOnly = annotations.contains(where: \.isReadOnly)
        let isWriteOnly = annotations.contains(where: \.isWriteOnly)
        // What is both is neither, after a diagnostic.
        return isReadOnly == isWriteOnly ? .both : isReadOnly ? .readOnly : .writeOnly
    }

    /// The schemas of a property, in no particular order.
    private mutating func schemas(of name: String, in owner: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        guard let all = declarations[name.exact] else { return [] }
        // The parts of a schema may be many, and most properties are its own.
        if all.count == 1, let own = all[owner] { return [own] }
        let parts = parts(of: owner)
        // Hundreds of schemas may have a property of the name.
        return parts.count < all.count
            ? parts.compactMap { all[$0] } : all.filter { parts.contains($0.key) }.map(\.value)
    }

    private mutating func parts(of owner: OpenAPI.Schema.ID) -> Set<OpenAPI.Schema.ID> {
        if let known = parts[owner] { return known }
        let plain = graph.parts(of: owner)
        let conditional = plain.compactMap { graph.schemas[$0] }.flatMap(\.conditional)
        let all = Set(plain + conditional.flatMap(graph.parts))
        parts[owner] = all
        return all
    }
}
