import APIGenSourceText
import APIGenYAML

/// A keyword with its value, by its name in JSON Schema.
typealias NamedKeyword = (String, API.SchemaValue)

extension ConstraintLowering {
    mutating func keywords(_ keyword: Keyword, _ node: Node, at place: Place) -> [NamedKeyword] {
        switch keyword {
        // They are translated from their decoded form.
        case .limit: []
        case .annotation(let keyword): annotation(keyword, node, at: place)
        case .told(let keyword): condition(keyword, node, at: place)
        case .shape(let keyword): shape(keyword, node, at: place)
        }
    }

    private func annotation(
        _ keyword: AnnotationKeyword, _ node: Node, at place: Place,
    ) -> [NamedKeyword] {
        switch keyword {
        case .writeOnly: return node.scalar == .bool(true) ? [("writeOnly", .note("true"))] : []
        case .readOnly:
            return place.use.isWhole && node.scalar == .bool(true) ? [("readOnly", .note("true"))] : []
        case .title:
            guard place.use.isAlternative, let title = node.text else { return [] }
            return [("title", .note(title.json))]
        case .description, .externalDocs, .default, .deprecated, .example, .examples, .xml,
            .comment, .dialect, .swiftName, .valueNames, .valueDescriptions:
            return []
        }
    }

    private mutating func condition(
        _ keyword: ToldKeyword, _ node: Node, at place: Place,
    ) -> [NamedKeyword] {
        let name = keyword.rawValue
        switch keyword {
        case .not, .if: return [(name, .schema(translate(node, below: place.id, for: place.use.condition)))]
        case .then, .else:
            return [(name, .schema(translate(node, below: place.id, for: place.use.whole())))]
        case .dependentSchemas: return [(name, .members(schemas(node, at: place)))]
        case .contains, .unevaluatedItems:
            return [(name, .schema(translate(other: node, below: place.id, isWhole: true)))]
        case .minContains, .maxContains: return [(name, .json(node.json))]
        // It says what the string holds, which is not checked (JSON Schema 2020-12, validation, section 8.5).
        case .contentSchema: return []
        }
    }

    /// Schemas for the same value.
    mutating func schemas(_ node: Node, at place: Place) -> [(name: String, schema: API.Schema)] {
        node.entries.filter { $0.value.kind != .sequence }.compactMap { entry in
            entry.key.text.map { ($0, translate(entry.value, below: place.id, for: place.use.whole())) }
        }
    }

    private mutating func shape(
        _ keyword: ShapeKeyword, _ node: Node, at place: Place,
    ) -> [NamedKeyword] {
        switch keyword {
        case .reference, .dynamicReference, .recursiveReference: return reference(at: place)
        case .type: return types(at: place)
        case .enum: return [("enum", .json(node.list(of: place.schema)))]
        case .const: return [("const", .json(node.value(of: place.schema)))]
        case .format: return format(node, at: place)
        case .properties: return [("properties", .members(properties(node, at: place)))]
        case .patternProperties: return [("patternProperties", .members(patterns(node, at: place)))]
        case .additionalProperties, .unevaluatedProperties, .propertyNames:
            return furtherProperties(keyword, node, at: place)
        case .required: return required(node.elements.compactMap(\.text), at: place)
        case .requiredInRequests:
            return [("requiredInRequests", .json(node.elements.compactMap(\.text).jsonArray))]
        case .dependentRequired: return dependentRequired(node, at: place)
        case .dependencies: return dependencies(node, at: place)
        case .items, .prefixItems, .additionalItems: return items(keyword, node, at: place)
        case .allOf: return [("allOf", .list(parts(node, at: place)))]
        case .oneOf, .anyOf: return alternatives(keyword, node, at: place)
        // What the types of a whole schema include.
        case .nullable:
            return place.use.isWhole && place.schema.isNullable ? [("nullable", .note("true"))] : []
        case .identifier, .anchor, .dynamicAnchor, .recursiveAnchor, .innerSchemas, .definitions,
            .discriminator, .contentEncoding, .contentMediaType:
            return []
        }
    }

    private mutating func reference(at place: Place) -> [NamedKeyword] {
        guard let reference = place.schema.reference else { return [] }
        let id = self.reference(to: reference.target, named: reference.name, for: place.use)
        return [("$ref", .reference(id))]
    }

    private func types(at place: Place) -> [NamedKeyword] {
        let declared = place.schema.node?["type"]
        let names = declared.map { $0.kind == .sequence ? Array($0.elements) : [$0] } ?? []
        var types: [SchemaType] = names.compactMap { name in
            name.isNull ? .null : name.text.flatMap(SchemaType.init)
        }
        let shape = graph.shape(of: graph.end(of: place.use.owner))
        let isOfUnion = shape.isUnion && types.contains { $0 != .object && $0 != .null }
        guard !types.isEmpty, place.use.isWhole || shape.scalar == .json || isOfUnion else { return [] }
        if place.schema.isNullable, !types.contains(.null) { types.append(.null) }
        let texts = types.map(\.rawValue.json)
        let list = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
        return [("type", .json(list))] + mark(ofUnion: place.use.owner, for: place.use)
    }

    /// A format that is asserted. A type of its own guarantees it.
    private func format(_ node: Node, at place: Place) -> [NamedKeyword] {
        guard let format = node.text else { return [] }
        if format == ScalarType.secretFormat { return [("format", .note(format.json))] }
        guard ScalarType.assertedFormats.contains(format), place.schema.hasStrictFormat else { return [] }
        let scalar = graph.shape(of: graph.end(of: place.use.owner)).scalar
        let isGuaranteed = !place.use.isWhole && scalar != .string && scalar != .json
        return isGuaranteed ? [] : [("format", .json(format.json))]
    }
}

extension Node {
    /// Listed values as a JSON array.
    fileprivate func list(of schema: OpenAPI.Schema) -> String {
        let isNullListed = elements.contains { $0.isNull }
        let null = schema.isNullable && !isNullListed ? ["null"] : []
        let values = elements.filter(\.isJSON).map { $0.value(of: schema) }
        return "[\((values + null).joined(separator: ", "))]"
    }

    /// Whether the value can be one of JSON, unlike the infinite numbers of YAML.
    private var isJSON: Bool {
        if case .number(let number)? = scalar { number.isFinite } else { true }
    }

    /// A value as JSON. With `type: string`, numbers and Booleans are strings.
    fileprivate func value(of schema: OpenAPI.Schema) -> String {
        let isText = !schema.types.isEmpty && schema.types.allSatisfy { $0 == .string || $0 == .null }
        switch scalar {
        case .bool, .integer, .number: return isText ? (text ?? json).json : json
        case .string, .null, nil: return json
        }
    }
}

extension [String] {
    /// A JSON array of the strings.
    var jsonArray: String { "[\(map(\.json).joined(separator: ", "))]" }
}
