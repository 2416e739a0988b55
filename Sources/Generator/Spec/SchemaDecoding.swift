import APIGenSourceText
import APIGenYAML

extension SpecDecoder {
    /// Decodes the schema at a node and its subschemas. Schemas that it refers to are queued.
    mutating func schema(_ node: Node) -> OpenAPI.Schema.ID? {
        let id = OpenAPI.Schema.ID(node.id, scope: scopes.current)
        guard schemas[id] == nil else { return id }
        let isBoolean = if case .bool? = node.scalar { true } else { false }
        let fields = isBoolean ? ObjectFields(node: node, kind: "schema") : object(node, as: "schema")
        guard var object = fields else { return nil }
        let schema = OpenAPI.Schema(in: &object, by: &self)
        schemas.add(schema, as: id)
        noteExamples(in: node, of: id)
        finish(object)
        return id
    }

    /// Decodes the queued schemas until none is left.
    mutating func decodePendingSchemas() {
        while let next = schemas.next() {
            scopes.current = next.scope
            _ = schema(next.node)
        }
    }

    /// The value of `nullable`. 3.1 replaced it by the type `null`, but it is still understood, and reported.
    fileprivate mutating func nullable(_ node: Node?) -> Bool {
        guard let node, let isNullable = boolean(node) else { return false }
        if minorVersion > 0 { diagnostics.report(.outdatedNullable(node)) }
        return isNullable
    }
}

extension OpenAPI.Format {
    fileprivate init?(_ node: Node?, by decoder: inout SpecDecoder) {
        guard let node, let text = decoder.text(node) else { return nil }
        self.init(value: text, range: node.range, node: node.id)
    }
}

extension OpenAPI.Schema {
    fileprivate init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        object.dropRemarks()
        decoder.record.note(schema: object.node)
        let types = TypeName.all(object[.type], by: &decoder)
        decoder.reportPointless(object, for: types)
        self.init(
            range: object.node.range,
            node: object.node,
            reference: OpenAPI.SchemaReference(in: &object, by: &decoder),
            types: types,
            isNullable: decoder.nullable(object[.nullable]),
            refusesNull: object[.nullable]?.scalar == .bool(false),
            format: OpenAPI.Format(object[.format], by: &decoder),
            content: OpenAPI.Content(
                encoding: decoder.text(object[.contentEncoding]),
                mediaType: decoder.text(object[.contentMediaType])),
            enumeration: OpenAPI.Enumeration(in: &object, by: &decoder),
            constant: object[.const].map { Value($0) },
            properties: Property.all(object[.properties], by: &decoder),
            required: decoder.locatedTexts(object[.required], of: "property names"),
            requiredInRequests: decoder.locatedTexts(
                object[.requiredInRequests], of: "property names"),
            conditional: decoder.conditionalSchemas(in: &object),
            dependencies: Dependency.all(in: &object, by: &decoder),
            rules: Rule.all(in: &object, by: &decoder),
            composition: OpenAPI.Composition(in: &object, by: &decoder),
            discriminator: object[.discriminator].flatMap { OpenAPI.Discriminator($0, by: &decoder) },
            limits: OpenAPI.Limits(in: &object, by: &decoder),
            annotations: OpenAPI.Annotations(in: &object, by: &decoder),
        )
        let items = ArrayItems(in: &object, atMost: limits.count(.maxItems), by: &decoder)
        (self.items, positions) = (items.schema, items.positions)
        limits[.maxItems] = items.maxItems?.map(LimitValue.count)
        let further = FurtherProperties(in: &object, by: &decoder)
        (patternProperties, additionalProperties) = (further.byPattern, further.additional)
        (names, forbidden) = (further.names, further.forbidden)
        rules += further.rules
        if let none = further.maxProperties { limits[.maxProperties] = none }
        decoder.decodeConditions(in: object.node)
    }
}

extension ObjectFields {
    /// Marks keywords as known that have no effect on generated code. XML bodies are sent and received as bytes, and
    /// schemas in `$defs` are decoded where they are referred to.
    fileprivate mutating func dropRemarks() {
        for keyword in [AnnotationKeyword.example, .examples, .comment, .dialect, .xml] {
            drop(keyword.rawValue)
        }
        let names = [ShapeKeyword.identifier, .anchor, .dynamicAnchor, .recursiveAnchor]
        for keyword in names + [.innerSchemas, .definitions] { _ = self[keyword] }
    }
}

// MARK: - Values

extension OpenAPI.Schema.TypeName {
    fileprivate static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        guard let node else { return [] }
        if node.kind == .sequence { return decoder.list(node, of: "types") { Self($1, by: &$0) } }
        return [Self(node, by: &decoder)].compactMap(\.self)
    }

    private init?(_ node: Node, by decoder: inout SpecDecoder) {
        // `type: null` without quotes is a YAML null, but means the name of the type.
        let type = node.isNull ? .null : decoder.choice(node, of: Self.self, as: "a type")
        guard let type else { return nil }
        self = type
    }
}

extension OpenAPI.Enumeration {
    init?(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        let names = decoder.locatedTexts(object[.valueNames], of: "names")
        let descriptions = decoder.list(object[.valueDescriptions], of: "descriptions") { $0.prose($1) }
        guard let node = object[.enum] else { return nil }
        let values = decoder.list(node, of: "values") { OpenAPI.Schema.Value($1) }
        if values.isEmpty { decoder.diagnostics.report(.emptyEnumeration(node)) }
        for (keyword, count) in [
            (AnnotationKeyword.valueNames, names.count), (.valueDescriptions, descriptions.count),
        ] where count != 0 && count != values.count {
            decoder.diagnostics.report(
                .unequalCounts(of: keyword.rawValue, at: node, count: count, values: values.count))
        }
        self.init(values: values, names: names, descriptions: descriptions)
    }
}

extension OpenAPI.Schema.Value {
    fileprivate init(_ node: Node) {
        let kind: Kind =
            switch node.scalar {
            case .null: .null
            case .bool: .boolean
            case .integer, .number: .number
            case .string: .string
            case nil: .collection
            }
        self.init(kind: kind, text: node.text ?? node.json, range: node.range, node: node.id)
    }
}

// MARK: - Parts

extension OpenAPI.Schema.Property {
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "properties") { decoder, entry in
            // A property whose schema is `false` must not be present.
            guard let name = entry.name.text, entry.value.scalar != .bool(false),
                let schema = decoder.schema(entry.value)
            else { return nil }
            return Self(name: OpenAPI.Located(value: name, range: entry.name.range), schema: schema)
        }
    }
}

extension OpenAPI.Composition {
    fileprivate init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        // No value matches an alternative that is `false`.
        func alternatives(_ keyword: ShapeKeyword) -> [OpenAPI.Schema.ID] {
            decoder.list(object[keyword], of: "schemas") { decoder, node in
                node.scalar == .bool(false) ? nil : decoder.schema(node)
            }
        }
        self.init(
            allOf: decoder.list(object[.allOf], of: "schemas") { $0.schema($1) },
            oneOf: alternatives(.oneOf),
            anyOf: alternatives(.anyOf),
        )
    }
}

extension OpenAPI.Annotations {
    fileprivate init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        self.init(
            title: decoder.prose(object[.title]),
            description: decoder.prose(object[.description]),
            externalDocs: OpenAPI.ExternalDocumentation(object[.externalDocs], by: &decoder),
            isDeprecated: decoder.boolean(object[.deprecated]) ?? false,
            isReadOnly: decoder.boolean(object[.readOnly]) ?? false,
            isWriteOnly: decoder.boolean(object[.writeOnly]) ?? false,
            defaultValue: object[.default].map { OpenAPI.Schema.Value($0) },
            swiftName: OpenAPI.SwiftName(in: &object, by: &decoder),
        )
    }
}
