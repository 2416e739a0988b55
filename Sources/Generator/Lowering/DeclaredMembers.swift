import APIGenSourceText

/// The properties that schemas declare, by name.
struct DeclaredMembers {
    /// Whether requests or responses omit a property.
    enum Access { case both, readOnly, writeOnly }

    private struct Declaration {
        let owner: OpenAPI.Schema.ID
        let schema: OpenAPI.Schema.ID
    }

    private let graph: SchemaGraph
    private let declarations: [ExactText: [Declaration]]
    /// The schemas that describe the same value as another one.
    private var parts: [OpenAPI.Schema.ID: Set<OpenAPI.Schema.ID>] = [:]

    init(_ graph: SchemaGraph) {
        self.graph = graph
        var declarations: [ExactText: [Declaration]] = [:]
        for id in graph.schemas.ids {
            for property in graph.schemas[id]?.properties ?? [] {
                declarations[property.name.value.exact, default: []].append(
                    Declaration(owner: id, schema: property.schema))
            }
        }
        self.declarations = declarations
    }

    /// Whether a schema, or a part of it, declares a property.
    mutating func isDeclared(_ name: String, in owner: OpenAPI.Schema.ID) -> Bool {
        !declarations(of: name, in: owner).isEmpty
    }

    /// Whether several schemas that describe the same value declare a property, of which its type heeds one.
    mutating func isRepeated(_ name: String, in owner: OpenAPI.Schema.ID) -> Bool {
        (declarations[name.exact] ?? []).count > 1 && declarations(of: name, in: owner).count > 1
    }

    mutating func access(_ name: String, in owner: OpenAPI.Schema.ID) -> Access {
        let steps = declarations(of: name, in: owner).flatMap { graph.path(from: $0.schema) }
        let annotations = steps.compactMap { graph.schemas[$0]?.annotations }
        let isReadOnly = annotations.contains(where: \.isReadOnly)
        let isWriteOnly = annotations.contains(where: \.isWriteOnly)
        // What is both is neither, after a diagnostic.
        return isReadOnly == isWriteOnly ? .both : isReadOnly ? .readOnly : .writeOnly
    }

    private mutating func declarations(of name: String, in owner: OpenAPI.Schema.ID) -> [Declaration] {
        guard let all = declarations[name.exact] else { return [] }
        // The parts of a schema may be many, and most properties are its own.
        if all.count == 1, all[0].owner == owner { return all }
        let parts = parts(of: owner)
        return all.filter { parts.contains($0.owner) }
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
