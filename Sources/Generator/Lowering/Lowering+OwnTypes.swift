import APIGenYAML

/// Types that the user brings in place of those of the document.
extension TypeLowering {
    /// The type that stands in for a schema of `components`, whose parts become no types then.
    func ownType(of id: OpenAPI.Schema.ID) -> API.TypeReference? {
        guard id.conjunction == 0 else { return nil }
        return graph.componentNames[id].flatMap(builder.config.ownTypes.type(ofSchema:))
    }

    /// The type that stands in for a scalar, by the nearest format that has one.
    ///
    /// - Parameter part: The part of an `allOf` that defines the format of a string.
    func ownType(
        of scalar: API.Scalar, _ schema: OpenAPI.Schema, orBy part: OpenAPI.Schema?,
    ) -> (type: API.TypeReference, part: OpenAPI.Schema)? {
        // A constant has to be written in code.
        guard schema.values.isEmpty else { return nil }
        let telling = [schema] + graph.restrictions.schemas(of: schema) + [part].compactMap(\.self)
        return telling.lazy.compactMap { schema in
            schema.format.flatMap { builder.config.ownTypes.type(ofFormat: $0.value, for: scalar) }
                .map { ($0, schema) }
        }.first
    }

    /// The keywords of a schema that the type of the user stands for.
    func reading(ofOwn id: OpenAPI.Schema.ID, as type: API.TypeReference) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil, let node = graph.schemas[id]?.node else { return reading }
        add(own: node, as: type == .scalar(.json) ? .opaque : .typed, to: &reading)
        return reading
    }

    /// - Parameter outcome: That of what the values are made of.
    private func add(own node: Node, as outcome: Outcome, to reading: inout SchemaReading) {
        reading.add(node, as: .settled(outcome))
        let isSchema = recorder?.kinds[node.id] == "schema"
        for entry in node.entries {
            switch isSchema ? entry.part : .structure {
            case .structure: add(own: entry.value, as: outcome, to: &reading)
            // What is checked nevertheless is recorded by the constraints, and what is told where it is told.
            case .demand: reading.add(entry.value, as: .settled(.unreached))
            case .remark: reading.add(entry.value, as: .settled(.dropped))
            case nil: break
            }
        }
        for element in node.elements { add(own: element, as: outcome, to: &reading) }
    }
}

extension API.Rule {
    /// Whether the rule tells a format, which the type of the user stands for.
    func isFormat(at node: Node.ID?) -> Bool {
        switch self {
        case .format(let prose): prose.node == node
        case .keyword, .positions, .requires, .elements: false
        }
    }
}

/// What a keyword says of values that the user has a type for.
private enum OwnPart {
    /// What they are made of.
    case structure
    /// What is demanded of them beyond that, which the type of the user is trusted to know.
    case demand
    /// Nothing.
    case remark
}

extension Node.Entry {
    /// `nil` for keywords that are needed only if others refer to them, and for what is no keyword.
    fileprivate var part: OwnPart? {
        switch key.text.flatMap(Keyword.init) {
        case .shape(let keyword): value.boolean == nil ? keyword.part : .demand
        case .limit, .told: .demand
        case .annotation: .remark
        case nil: nil
        }
    }
}

extension ShapeKeyword {
    fileprivate var part: OwnPart? {
        switch self {
        case .reference, .dynamicReference, .recursiveReference, .type, .properties, .patternProperties,
            .additionalProperties, .unevaluatedProperties, .propertyNames, .items, .prefixItems,
            .additionalItems, .allOf, .oneOf, .anyOf:
            .structure
        case .nullable, .enum, .const, .required, .dependentRequired, .dependencies, .requiredInRequests,
            .discriminator, .format, .contentEncoding, .contentMediaType:
            .demand
        case .identifier, .anchor, .dynamicAnchor, .recursiveAnchor, .innerSchemas, .definitions: nil
        }
    }
}

extension Node {
    fileprivate var boolean: Bool? {
        if case .bool(let value)? = scalar { value } else { nil }
    }
}
