import APIGenSourceText
import APIGenYAML

extension ConstraintLowering {
    mutating func translate(_ id: OpenAPI.Schema.ID, _ mode: Mode) -> API.Schema {
        guard let schema = graph.schemas[id] else { return .any }
        guard let node = schema.node else {
            // It was made by joining others.
            let (all, any) = (schema.composition.allOf, schema.composition.anyOf)
            let parts = all.map { translate($0, Mode(isWhole: true, owner: id)) }
            let alternatives = any.map { translate($0, Mode(isWhole: true, owner: id)) }
            return .keywords(
                (parts.isEmpty ? [] : [API.SchemaKeyword(name: "allOf", value: .list(parts))])
                    + (alternatives.isEmpty ? [] : [API.SchemaKeyword(name: "anyOf", value: .list(alternatives))]))
        }
        if case .bool(let isAny)? = node.scalar { return isAny ? .any : .never }
        return translate(node, schema, id, mode)
    }

    /// Translates a schema at a node below another one.
    mutating func translate(_ node: Node, below id: OpenAPI.Schema.ID, _ mode: Mode) -> API.Schema {
        if node.scalar == .bool(false) { return .never }
        return translate(OpenAPI.Schema.ID(node.id, scope: id.scope), mode)
    }

    /// Translates a schema for another value.
    mutating func translate(other node: Node, below id: OpenAPI.Schema.ID, isWhole: Bool) -> API.Schema {
        if node.scalar == .bool(false) { return .never }
        return translate(other: OpenAPI.Schema.ID(node.id, scope: id.scope), isWhole: isWhole)
    }

    mutating func translate(other id: OpenAPI.Schema.ID, isWhole: Bool) -> API.Schema {
        guard !isWhole, isDeclared(id) else { return translate(id, Mode(isWhole: isWhole, owner: id)) }
        let target = reference(to: id, isWhole: false)
        return .keywords([API.SchemaKeyword(name: "$ref", value: .reference(target))])
    }

    /// Whether a schema is the only place of a declared type.
    private func isDeclared(_ id: OpenAPI.Schema.ID) -> Bool {
        guard graph.schemas[id]?.reference == nil else { return false }
        return table.declaration(of: id, as: .whole) != nil
    }

    private mutating func translate(
        _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ outer: Mode,
    ) -> API.Schema {
        var mode = outer
        // What is left over depends on all keywords.
        if node["unevaluatedProperties"] != nil || node["unevaluatedItems"] != nil { mode.isWhole = true }
        let union = discriminator(of: schema, id, mode)
        var keywords: [API.SchemaKeyword] = []
        for entry in node.entries {
            guard let name = entry.key.text, let keyword = Keyword(rawValue: name) else { continue }
            if union != nil, ["oneOf", "anyOf"].contains(name) { continue }
            keywords += self.keywords(keyword, entry.value, schema, id, mode).map {
                API.SchemaKeyword(name: $0, value: $1, isWhole: mode.isWhole)
            }
        }
        keywords = keywords.withoutRepeatedMarks + [union].compactMap(\.self)
        keywords += limits(of: schema, id, isWhole: mode.isWhole)
        guard schema.isNullable, keywords.contains(where: \.speaksOfNull) else {
            return keywords.isEmpty ? .any : .keywords(keywords)
        }
        let null = API.Schema.keywords([API.SchemaKeyword(name: "type", value: .json("\"null\""))])
        return .keywords([API.SchemaKeyword(name: "anyOf", value: .list([null, .keywords(keywords)]))])
    }

    private func limits(
        of schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, isWhole: Bool,
    ) -> [API.SchemaKeyword] {
        LimitKeyword.allCases.compactMap { keyword in
            guard let limit = schema.limits[keyword] ?? limit(keyword, ofOneTypeOf: id) else { return nil }
            let subjects = keyword.facts.subjects
            let types = schema.types.filter { $0 != .null }
            guard types.isEmpty || !subjects.isDisjoint(with: types) else { return nil }
            return API.SchemaKeyword(
                name: keyword.rawValue, value: .limit(keyword, limit.value), isWhole: isWhole)
        }
    }

    /// The limit of a schema with several types, which was split by them.
    private func limit(
        _ keyword: LimitKeyword, ofOneTypeOf id: OpenAPI.Schema.ID,
    ) -> OpenAPI.Located<LimitValue>? {
        SchemaType.allCases.lazy.compactMap { type in
            var variant = id
            variant.type = type
            return graph.schemas[variant]?.limits[keyword]
        }.first
    }

    private mutating func keywords(
        _ keyword: Keyword, _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        switch keyword {
        // They are translated from their decoded form.
        case .limit: []
        case .annotation(let keyword): annotation(keyword, node, mode)
        case .told(let keyword): condition(keyword, node, id, mode)
        case .shape(let keyword): shape(keyword, node, schema, id, mode)
        }
    }

    private func annotation(
        _ keyword: AnnotationKeyword, _ node: Node, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        switch keyword {
        case .writeOnly: node.scalar == .bool(true) ? [("writeOnly", .note("true"))] : []
        case .title:
            mode.isAlternative ? node.text.map { [("title", .note($0.json))] } ?? [] : []
        case .description, .externalDocs, .default, .deprecated, .readOnly, .example, .examples, .xml,
            .comment, .dialect, .swiftName, .valueNames, .valueDescriptions:
            []
        }
    }

    private mutating func condition(
        _ keyword: ToldKeyword, _ node: Node, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        let name = keyword.rawValue
        switch keyword {
        case .not, .if, .then, .else:
            return [(name, .schema(translate(node, below: id, mode.whole())))]
        case .dependentSchemas: return [(name, .members(schemas(node, below: id, mode)))]
        case .contains, .unevaluatedItems:
            return [(name, .schema(translate(other: node, below: id, isWhole: true)))]
        case .minContains, .maxContains: return [(name, .json(node.json))]
        // It says what the string holds, which is not checked (JSON Schema 2020-12, validation, section 8.5).
        case .contentSchema: return []
        }
    }

    /// Schemas for the same value.
    private mutating func schemas(
        _ node: Node, below id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(name: String, schema: API.Schema)] {
        node.entries.compactMap { entry in
            entry.key.text.map { ($0, translate(entry.value, below: id, mode.whole())) }
        }
    }

    private mutating func shape(
        _ keyword: ShapeKeyword, _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        switch keyword {
        case .reference, .dynamicReference, .recursiveReference:
            guard let reference = schema.reference else { return [] }
            let id = self.reference(
                to: reference.target, named: reference.name, isWhole: mode.isWhole, isPart: mode.isPart)
            return [("$ref", .reference(id))]
        case .type: return types(schema, id, mode)
        case .enum: return [("enum", .json(values(node, schema)))]
        case .const: return [("const", .json(value(node, schema)))]
        case .format: return format(node, schema, id, mode)
        case .properties: return [("properties", .members(properties(node, id, mode)))]
        case .patternProperties, .additionalProperties, .unevaluatedProperties, .propertyNames:
            return furtherProperties(keyword, node, schema, id, mode)
        case .required: return required(node.elements.compactMap(\.text), mode)
        case .requiredInRequests:
            return [("requiredInRequests", .json(list(node.elements.compactMap(\.text))))]
        case .dependentRequired: return dependentRequired(node, mode)
        case .dependencies: return dependencies(node, id, mode)
        case .items, .prefixItems, .additionalItems: return items(keyword, node, schema, id, mode)
        case .allOf: return [("allOf", .list(parts(node, schema, id, mode)))]
        case .oneOf, .anyOf: return alternatives(keyword, node, schema, id, mode)
        case .identifier, .anchor, .dynamicAnchor, .recursiveAnchor, .innerSchemas, .definitions, .nullable,
            .discriminator, .contentEncoding, .contentMediaType:
            return []
        }
    }

    private func types(
        _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        let declared = schema.node?["type"]
        let names = declared.map { $0.kind == .sequence ? Array($0.elements) : [$0] } ?? []
        var types: [SchemaType] = names.compactMap { name in
            name.scalar == .null ? .null : name.text.flatMap(SchemaType.init)
        }
        let shape = graph.shape(of: graph.end(of: mode.owner))
        let isOfUnion = shape.isUnion && types.contains { $0 != .object && $0 != .null }
        guard !types.isEmpty, mode.isWhole || shape.scalar == .json || isOfUnion else { return [] }
        if schema.isNullable, !types.contains(.null) { types.append(.null) }
        let texts = types.map(\.rawValue.json)
        let list = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
        return [("type", .json(list))] + mark(ofUnion: mode.owner, mode)
    }

    /// A format that is asserted. A type of its own guarantees it.
    private func format(
        _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        guard let format = node.text else { return [] }
        if format == ScalarType.secretFormat { return [("format", .note(format.json))] }
        guard ScalarType.assertedFormats.contains(format), schema.hasStrictFormat else { return [] }
        let isGuaranteed =
            !mode.isWhole && ![.string, .json].contains(graph.shape(of: graph.end(of: mode.owner)).scalar)
        return isGuaranteed ? [] : [("format", .json(format.json))]
    }

    private func values(_ node: Node, _ schema: OpenAPI.Schema) -> String {
        let isNullListed = node.elements.contains { $0.scalar == .null }
        let null = schema.isNullable && !isNullListed ? ["null"] : []
        return "[\((node.elements.map { value($0, schema) } + null).joined(separator: ", "))]"
    }

    /// A value as JSON. With `type: string`, numbers and Booleans are strings.
    private func value(_ node: Node, _ schema: OpenAPI.Schema) -> String {
        let isText = !schema.types.isEmpty && schema.types.allSatisfy { $0 == .string || $0 == .null }
        switch node.scalar {
        case .bool, .integer, .number: return isText ? (node.text ?? node.json).json : node.json
        case .string, .null, nil: return node.json
        }
    }

    func list(_ names: [String]) -> String { "[\(names.map(\.json).joined(separator: ", "))]" }
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
