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
        let telling = [schema] + graph.restrictions.schemas(of: schema) + [part].compactMap(\.self)
        return telling.lazy.compactMap { schema in
            schema.format.flatMap { builder.config.ownTypes.type(ofFormat: $0.value, for: scalar) }
                .map { ($0, schema) }
        }.first
    }

    /// The keywords of a schema that the type of the user stands for: all but those that only tell or annotate.
    func reading(ofOwn id: OpenAPI.Schema.ID, as type: API.TypeReference) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil, let node = graph.schemas[id]?.node else { return reading }
        add(node, as: type == .scalar(.json) ? .opaque : .typed, to: &reading)
        return reading
    }

    private func add(_ node: Node, as outcome: Outcome, to reading: inout SchemaReading) {
        reading.add(node, as: .settled(outcome))
        let isSchema = recorder?.kinds[node.id] == "schema"
        for entry in node.entries where !isSchema || entry.key.text?.isOfValues ?? false {
            add(entry.value, as: outcome, to: &reading)
        }
        for element in node.elements { add(element, as: outcome, to: &reading) }
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

extension String {
    /// Whether this is a keyword that describes values.
    fileprivate var isOfValues: Bool {
        switch Keyword(rawValue: self) {
        case .limit, .shape, .told: true
        case .annotation, nil: false
        }
    }
}
