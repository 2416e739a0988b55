import APIGenSourceText
import APIGenYAML

/// Makes the JSON Schemas that values are checked against. They are those of the document, keyword by keyword, without
/// what the types of values guarantee.
///
/// A schema has two forms: what its type does not guarantee, for values of that type, and the whole schema, for JSON of any
/// kind: below `not`, `if` and the like, and for alternatives, which are told apart by all of their keywords.
struct ConstraintLowering {
    /// A schema that is translated, and what for.
    struct Place {
        let id: OpenAPI.Schema.ID
        let schema: OpenAPI.Schema
        var use: Use
    }

    struct Use {
        /// Whether nothing is left out.
        var isWhole: Bool
        /// Whether another schema includes this one by `allOf`.
        var isPart = false
        /// The schema that describes the value, with all its parts.
        var owner: OpenAPI.Schema.ID
        /// Whether the title names the schema in messages.
        var isAlternative = false
        /// Whether it is a condition, which holds for what a request sends, not for what is missing in it by rule.
        var isCondition = false

        /// The use of a schema that may describe the same value.
        func whole(isAlternative: Bool = false) -> Use {
            Use(isWhole: true, owner: owner, isAlternative: isAlternative, isCondition: isCondition)
        }

        var condition: Use { Use(isWhole: true, owner: owner, isCondition: true) }
    }

    let graph: SchemaGraph
    let table: TypeTable
    var members: DeclaredMembers
    private var forms = ConstraintForms()

    var unions: ConstraintUnions { ConstraintUnions(graph: graph, table: table) }

    init(graph: SchemaGraph, table: TypeTable) {
        self.graph = graph
        self.table = table
        members = DeclaredMembers(graph)
    }

    /// The constraints of all declared types, and of parameters and bodies.
    ///
    /// - Parameter checked: The schemas of parameters and bodies, with the words for their places.
    mutating func constraints(of checked: [(schema: OpenAPI.Schema.ID, place: String)]) -> API.Constraints {
        let checks = checked.map {
            (place: $0.place, schema: translate(other: $0.schema, isWhole: false))
        }
        for type in table.declarations where !type.direction.isEmpty {
            _ = reference(to: table[type.id].schema)
        }
        while let (index, form) = forms.popPending() {
            let isWhole = form.kind == .whole || form.kind == .wholePart
            let isPart = form.kind == .part || form.kind == .wholePart
            let use = Use(isWhole: isWhole, isPart: isPart, owner: form.id)
            forms.complete(index, with: translate(form.id, for: use))
        }
        return ConstraintPruning(forms.all, table: table).constraints(checks)
    }

    /// Refers to what a type does not guarantee of its values.
    mutating func reference(to target: OpenAPI.Schema.ID) -> API.SchemaID {
        reference(to: target, named: nil, for: Use(isWhole: false, owner: target))
    }

    mutating func reference(
        to target: OpenAPI.Schema.ID, named name: String?, for use: Use,
    ) -> API.SchemaID {
        let isPart = use.isPart && differsAsPart(target)
        let kind: API.NamedSchema.Form =
            switch (use.isWhole, isPart) {
            case (true, true): .wholePart
            case (true, false): .whole
            case (false, true): .part
            case (false, false): .typed
            }
        let form = ConstraintForms.Form(id: target, kind: kind)
        return forms.reference(to: form, named: graph.componentNames[target] ?? name)
    }

    private func differsAsPart(_ id: OpenAPI.Schema.ID) -> Bool {
        graph.schemas[id].map { unions.hasBranchesOfItself(id, $0) } ?? false
    }
}

// MARK: - Schemas

extension ConstraintLowering {
    mutating func translate(_ id: OpenAPI.Schema.ID, for use: Use) -> API.Schema {
        guard let schema = graph.schemas[id] else { return .any }
        guard let node = schema.node else { return translate(joined: schema, id) }
        if case .bool(let isAny)? = node.scalar { return isAny ? .any : .never }
        return translate(node, at: Place(id: id, schema: schema, use: use))
    }

    /// Translates a schema that was made by joining others.
    private mutating func translate(joined schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID) -> API.Schema {
        let use = Use(isWhole: true, owner: id)
        let parts = schema.composition.allOf.map { translate($0, for: use) }
        let alternatives = schema.composition.anyOf.map { translate($0, for: use) }
        let keywords = [("allOf", parts), ("anyOf", alternatives)].filter { !$0.1.isEmpty }
        return .keywords(keywords.map { API.SchemaKeyword(name: $0.0, value: .list($0.1), isWhole: true) })
    }

    /// Translates a schema below another one, for the same value.
    mutating func translate(_ node: Node, below id: OpenAPI.Schema.ID, for use: Use) -> API.Schema {
        if node.scalar == .bool(false) { return .never }
        return translate(OpenAPI.Schema.ID(node.id, scope: id.scope), for: use)
    }

    /// Translates a schema below another one, for another value.
    mutating func translate(other node: Node, below id: OpenAPI.Schema.ID, isWhole: Bool) -> API.Schema {
        if node.scalar == .bool(false) { return .never }
        return translate(other: OpenAPI.Schema.ID(node.id, scope: id.scope), isWhole: isWhole)
    }

    private mutating func translate(other id: OpenAPI.Schema.ID, isWhole: Bool) -> API.Schema {
        guard !isWhole, isDeclared(id) else { return translate(id, for: Use(isWhole: isWhole, owner: id)) }
        return .keywords([API.SchemaKeyword(name: "$ref", value: .reference(reference(to: id)))])
    }

    /// Whether a schema is the place of a declared type.
    private func isDeclared(_ id: OpenAPI.Schema.ID) -> Bool {
        graph.schemas[id]?.reference == nil && table.declaration(of: id, as: .whole) != nil
    }

    private mutating func translate(_ node: Node, at outer: Place) -> API.Schema {
        var place = outer
        // What is left over depends on all keywords.
        if node["unevaluatedProperties"] != nil || node["unevaluatedItems"] != nil {
            place.use.isWhole = true
        }
        let union = discriminator(at: place)
        var keywords: [API.SchemaKeyword] = []
        for entry in node.entries {
            guard let name = entry.key.text, let keyword = Keyword(rawValue: name) else { continue }
            if union != nil, ["oneOf", "anyOf"].contains(name) { continue }
            keywords += self.keywords(keyword, entry.value, at: place).map { name, value in
                // The passes that make types record their properties themselves.
                let isRecorded =
                    !place.use.isWhole && ["properties", "patternProperties", "allOf"].contains(name)
                let schemas = value.isList && !isRecorded ? entry.value.children.map(\.id) : []
                return API.SchemaKeyword(
                    name: name, value: value, isWhole: place.use.isWhole,
                    nodes: [entry.value.id] + schemas)
            }
        }
        keywords = limits(at: place) + keywords.withoutRepeatedMarks + [union].compactMap(\.self)
        guard place.schema.isNullable, keywords.contains(where: \.speaksOfNull) else {
            return keywords.isEmpty ? .any : .keywords(keywords)
        }
        let null = API.Schema.keywords([API.SchemaKeyword(name: "type", value: .json("\"null\""))])
        return .keywords([API.SchemaKeyword(name: "anyOf", value: .list([null, .keywords(keywords)]))])
    }

    private func limits(at place: Place) -> [API.SchemaKeyword] {
        let types = place.schema.types.filter { $0 != .null }
        let all = [place.schema.limits] + limits(ofEachTypeOf: place)
        return LimitKeyword.allCases.compactMap { keyword in
            guard let limit = all.lazy.compactMap({ $0[keyword] }).first,
                types.isEmpty || keyword.facts.subjects.contains(where: types.contains)
            else { return nil }
            return API.SchemaKeyword(
                name: keyword.rawValue, value: .limit(keyword, limit.value), isWhole: place.use.isWhole,
                nodes: [place.schema.node?[keyword.rawValue]?.id].compactMap(\.self))
        }
    }

    /// The limits of a schema with several types, which was split by them.
    private func limits(ofEachTypeOf place: Place) -> [OpenAPI.Limits] {
        place.schema.composition.anyOf.compactMap { alternative in
            var whole = alternative
            whole.type = nil
            return whole == place.id ? graph.schemas[alternative]?.limits : nil
        }
    }
}

extension API.SchemaValue {
    /// Whether the value lists schemas.
    fileprivate var isList: Bool {
        switch self {
        case .list, .members, .discriminator: true
        case .limit, .json, .note, .reference, .schema: false
        }
    }
}

extension [API.SchemaKeyword] {
    /// The keywords with at most one mark of a union.
    fileprivate var withoutRepeatedMarks: [API.SchemaKeyword] {
        let first = firstIndex { $0.name == "union" }
        return enumerated().filter { $0.element.name != "union" || $0.offset == first }.map(\.element)
    }
}

extension API.SchemaKeyword {
    /// Whether the keyword may exclude null.
    fileprivate var speaksOfNull: Bool {
        switch name {
        case "$ref", "allOf", "anyOf", "oneOf", "not", "if": true
        default: false
        }
    }
}
