import APIGenSourceText
import APIGenYAML

/// The types found so far. A schema becomes a declaration at its first use. The contents of declarations are lowered
/// later, from a queue, so that recursion and long chains are not limited by the stack.
struct TypeTable {
    /// The part of a schema that a declaration represents.
    enum Role {
        case whole
        /// The alternatives of a schema that also has other parts.
        case alternatives
    }

    private struct Content: Hashable {
        let schema: OpenAPI.Schema.ID
        let role: Role
    }

    /// A declaration whose contents are not known yet.
    struct Draft {
        let id: API.TypeID
        let schema: OpenAPI.Schema.ID
        let role: Role
        let name: API.Name
        let parent: API.TypeID?
        var kind: API.TypeDeclaration.Kind?
        var title: Prose?
        var description: Prose?
        var externalDocs: OpenAPI.ExternalDocumentation?
        var rules: [API.Rule] = []
        var isDeprecated = false
        var examples: [Node] = []
        var direction: API.Direction = []
    }

    /// The key of declarations that may be equal.
    struct Likeness: Hashable {
        let outer: API.TypeID
        let type: OpenAPI.Schema.TypeName?
        let scope: Int
        /// The hash of everything that defines the schema's type.
        let hash: Int
    }

    private(set) var drafts: [Draft] = []
    private var byContent: [Content: API.TypeID] = [:]
    private var byLikeness: [Likeness: [API.TypeID]] = [:]
    private var nextPending = 0

    subscript(id: API.TypeID) -> Draft {
        get { drafts[id.index] }
        set { drafts[id.index] = newValue }
    }

    func declaration(of schema: OpenAPI.Schema.ID, as role: Role) -> API.TypeID? {
        byContent[Content(schema: schema, role: role)]
    }

    func declarations(like likeness: Likeness) -> [Draft] {
        (byLikeness[likeness] ?? []).map { drafts[$0.index] }
    }

    mutating func declare(
        _ schema: OpenAPI.Schema.ID,
        as role: Role,
        name: API.Name,
        parent: API.TypeID?,
        like likeness: Likeness? = nil,
    ) -> API.TypeID {
        let id = API.TypeID(index: drafts.count)
        drafts.append(Draft(id: id, schema: schema, role: role, name: name, parent: parent))
        byContent[Content(schema: schema, role: role)] = id
        if let likeness { byLikeness[likeness, default: []].append(id) }
        return id
    }

    /// Uses a declaration for another, equal schema.
    mutating func share(_ id: API.TypeID, with schema: OpenAPI.Schema.ID, as role: Role) {
        byContent[Content(schema: schema, role: role)] = id
    }

    mutating func popPending() -> Draft? {
        guard nextPending < drafts.count else { return nil }
        defer { nextPending += 1 }
        return drafts[nextPending]
    }

    var declarations: [API.TypeDeclaration] {
        drafts.compactMap { draft in
            guard let kind = draft.kind else { return nil }
            return API.TypeDeclaration(
                id: draft.id,
                name: draft.name,
                parent: draft.parent,
                kind: kind,
                title: draft.title,
                description: draft.description,
                externalDocs: draft.externalDocs,
                rules: draft.rules,
                isDeprecated: draft.isDeprecated,
                examples: draft.examples,
                direction: draft.direction,
            )
        }
    }
}
