import APIGenYAML

/// The keywords of schemas that lowering uses.
extension LoweringPass {
    /// The keywords used by every use of a schema, whatever its shape is.
    func reading(of id: OpenAPI.Schema.ID) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil, let schema = graph.schemas[id], let node = schema.node else { return reading }
        reading.add(node, as: .settled(.typed))
        for entry in node.entries {
            guard let keyword = entry.key.text.flatMap(Keyword.init) else { continue }
            if case .shape(.propertyNames) = keyword {
                let isLimit = schema.names.schema.map { !graph.demands.textLimits($0).isEmpty } ?? true
                reading.add(whole: entry.value, as: isLimit ? .limit : .settled(.dropped))
            } else if case .shape(let keyword) = keyword, entry.value.isVoid(as: keyword) {
                reading.add(entry.value, as: .settled(.dropped))
            } else if let aspect = aspect(of: keyword, in: schema, id) {
                reading.add(entry.value, as: aspect)
            }
        }
        addNull(of: schema, besides: graph.step(from: id), to: &reading)
        for part in graph.restrictions.parts(of: schema) {
            reading.add(.allOf, of: node)
            for step in graph.path(from: part) { reading.add(self.reading(of: step)) }
        }
        return reading
    }

    /// The keywords used of the schemas on the path to the resolved schema.
    private func reading(along id: OpenAPI.Schema.ID, _ seen: inout Set<OpenAPI.Schema.ID>) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil else { return reading }
        for step in graph.path(from: id) {
            reading.add(self.reading(of: step))
            reading.add(shapeReading(of: step, &seen))
        }
        return reading
    }

    /// The keywords used of a schema whose type is declared elsewhere, and of its elements.
    func reading(repeated id: OpenAPI.Schema.ID, depth: Int = 8) -> SchemaReading {
        guard recorder != nil else { return SchemaReading() }
        var seen: Set<OpenAPI.Schema.ID> = []
        var reading = reading(along: id, &seen)
        switch graph.shape(of: graph.end(of: id)) {
        case .array(let element?) where depth > 0, .dictionary(let element?) where depth > 0:
            reading.add(elements: self.reading(repeated: element, depth: depth - 1))
        case .array, .dictionary, .reference, .single, .scalar, .record, .enumeration, .integerEnumeration,
            .union:
            break
        }
        return reading
    }

    /// The keywords used of a part of an `allOf` next to the one that defines the type.
    ///
    /// - Parameter values: The constants of the part, unless the other one lists some.
    func reading(
        ofPart id: OpenAPI.Schema.ID,
        beside member: OpenAPI.Schema.ID,
        values: [API.Constant],
    ) -> SchemaReading {
        guard recorder != nil else { return SchemaReading() }
        let shape = graph.shape(of: graph.end(of: member))
        let isListing = shape.isEnumeration || shape.isIntegerEnumeration
        let isTold =
            graph.profiles.constants(of: member).isEmpty && graph.profiles.constants(of: id) == values
        return reading(repeated: id).mapped { aspect in
            guard case .values = aspect else { return aspect }
            // They are compared with the values of an enum.
            return isListing ? .settled(.typed) : isTold ? aspect : nil
        }
    }

    /// The keywords used of a property declaration that is combined with another.
    func annotationReading(of id: OpenAPI.Schema.ID) -> SchemaReading {
        reading(of: id).mapped { aspect in
            switch aspect {
            case .access, .deprecation: aspect
            case .settled, .limit, .null, .values, .cases, .caseNames, .defaultValue, .secrecy: nil
            }
        }
    }

    private func aspect(of keyword: Keyword, in schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID)
        -> SchemaAspect?
    {
        switch keyword {
        case .limit(let keyword): isRead(keyword, in: schema.limits) ? .limit : nil
        case .annotation(let keyword): aspect(of: keyword, in: schema.annotations)
        case .shape(let keyword): aspect(of: keyword, in: schema, id)
        // Documentation keywords are recorded elsewhere.
        case .told: nil
        }
    }

    /// Whether a bound is used. Up to OpenAPI 3.0, a bound is exclusive if another keyword is `true`.
    private func isRead(_ keyword: LimitKeyword, in limits: OpenAPI.Limits) -> Bool {
        limits[keyword] != nil
            || LimitKeyword.allCases.contains { $0.facts.inclusiveBound == keyword && limits[$0] != nil }
    }

    private func aspect(of keyword: AnnotationKeyword, in annotations: OpenAPI.Annotations) -> SchemaAspect? {
        switch keyword {
        case .default: .defaultValue
        case .deprecated: annotations.isDeprecated ? .deprecation : nil
        case .readOnly: annotations.isReadOnly ? .access : nil
        case .writeOnly: annotations.isWriteOnly ? .access : nil
        case .swiftName: .settled(.typed)
        // Recorded where they are used; otherwise, they are only documentation.
        case .title, .description, .externalDocs, .example, .examples, .xml, .comment, .dialect, .valueNames,
            .valueDescriptions:
            nil
        }
    }

    private func aspect(
        of keyword: ShapeKeyword,
        in schema: OpenAPI.Schema,
        _ id: OpenAPI.Schema.ID,
    ) -> SchemaAspect? {
        switch keyword {
        case .reference, .dynamicReference, .recursiveReference: .settled(.typed)
        case .type: .settled(graph.shape(of: id).scalar == .json ? .opaque : .typed)
        case .nullable: schema.isNullable ? .null(isAlternative: false) : nil
        case .enum, .const: schema.values.isEmpty ? nil : .values(isOnlyOne: schema.values.count == 1)
        case .properties, .required:
            graph.demands.isDictionary(schema) && !graph.shape(of: id).isRecord ? .limit : nil
        case .dependentRequired:
            graph.demands.isDictionary(schema) && !graph.shape(of: id).isRecord
                ? .limit : .settled(.documentation)
        case .format: schema.format?.value == API.Scalar.secretFormat ? .secrecy : nil
        // Recorded where the type is made.
        case .identifier, .anchor, .dynamicAnchor, .recursiveAnchor, .innerSchemas, .definitions,
            .patternProperties, .additionalProperties, .unevaluatedProperties, .propertyNames,
            .requiredInRequests, .items, .prefixItems, .additionalItems, .allOf, .oneOf, .anyOf,
            .discriminator,
            .contentEncoding, .contentMediaType:
            nil
        case .dependencies: .settled(.documentation)
        }
    }

    /// Adds the keywords that allow null: in an alternative, or in a part.
    ///
    /// - Parameter next: The schema that defines the type, which is recorded separately.
    private func addNull(
        of schema: OpenAPI.Schema,
        besides next: OpenAPI.Schema.ID?,
        to reading: inout SchemaReading,
    ) {
        guard graph.isNullable(schema) else { return }
        var visited = Set([next].compactMap(\.self))
        var pending = schema.composition.allOf + schema.composition.oneOf + schema.composition.anyOf
        while let next = pending.popLast() {
            guard visited.insert(next).inserted, let member = graph.schemas[next] else { continue }
            if graph.isNull(next) {
                for step in graph.path(from: next) { reading.add(nullReading(of: step)) }
            } else {
                if member.isNullable {
                    reading.add(member.node?["nullable"], as: .null(isAlternative: false))
                }
                pending += member.composition.allOf + member.composition.oneOf + member.composition.anyOf
                pending += member.reference.map { [$0.target] } ?? []
            }
        }
    }
}

// MARK: - Shapes

extension LoweringPass {
    /// The keywords used of a schema that allows only null, which is removed from the alternatives.
    private func nullReading(of id: OpenAPI.Schema.ID) -> SchemaReading {
        reading(of: id).mapped { aspect in
            switch aspect {
            case .settled(.dropped), .limit, .caseNames, .defaultValue, .deprecation, .access, .secrecy:
                .settled(.dropped)
            case .settled, .null, .values, .cases: .null(isAlternative: true)
            }
        }
    }

    /// The keywords used to make the type of a schema.
    func shapeReading(of id: OpenAPI.Schema.ID) -> SchemaReading {
        var seen: Set<OpenAPI.Schema.ID> = []
        return shapeReading(of: id, &seen)
    }

    /// - Parameter seen: The schemas that have been recorded, since alternatives may occur in many places.
    private func shapeReading(
        of id: OpenAPI.Schema.ID,
        _ seen: inout Set<OpenAPI.Schema.ID>,
    ) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil, let schema = graph.schemas[id], seen.insert(id).inserted else {
            return reading
        }
        let node = schema.node
        switch graph.shape(of: id) {
        case .reference, .record, .union: break
        case .single, .enumeration, .integerEnumeration: reading.add(.allOf, of: node)
        case .scalar(.json): addRest(of: node, to: &reading)
        case .scalar(let scalar):
            let restricting = graph.restrictions.schemas(of: schema)
            for part in [schema] + restricting where !scalar.facts.formats.isEmpty {
                reading.add(.format, of: part.node)
            }
            if scalar.facts.encoding != nil { reading.add(.contentEncoding, of: node) }
        case .array:
            reading.add(.items, .additionalItems, of: node)
            reading.add(.prefixItems, of: node, as: schema.items == nil ? .documentation : .typed)
        case .dictionary(let element):
            if element == nil { addRest(of: node, to: &reading) }
            reading.add(.additionalProperties, .unevaluatedProperties, .patternProperties, of: node)
        }
        addValues(of: id, schema, to: &reading, &seen)
        addAlternatives(of: id, schema, to: &reading, &seen)
        return reading
    }

    /// The keywords used of a text body beyond its limits: the caller produces the text, whatever its structure is.
    func reading(ofText id: OpenAPI.Schema.ID, depth: Int = 8) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil else { return reading }
        for node in graph.path(from: id).compactMap({ graph.schemas[$0]?.node }) {
            addRest(of: node, to: &reading)
            reading.add(.enum, .const, of: node, as: .opaque)
            reading.add(.nullable, of: node, as: .dropped)
        }
        switch graph.shape(of: graph.end(of: id)) {
        case .array(let element?) where depth > 0, .dictionary(let element?) where depth > 0:
            reading.add(self.reading(ofText: element, depth: depth - 1))
        case .array, .dictionary, .reference, .single, .scalar, .record, .enumeration, .integerEnumeration,
            .union:
            break
        }
        return reading
    }

    /// Adds keywords that an unstructured type does not represent.
    private func addRest(of node: Node?, to reading: inout SchemaReading) {
        reading.add(
            .properties, .patternProperties, .additionalProperties, .unevaluatedProperties, .required,
            .requiredInRequests, .items, .prefixItems, .additionalItems, .allOf, .oneOf, .anyOf,
            .discriminator,
            of: node, as: .opaque)
    }

    private func addValues(
        of id: OpenAPI.Schema.ID,
        _ schema: OpenAPI.Schema,
        to reading: inout SchemaReading,
        _ seen: inout Set<OpenAPI.Schema.ID>,
    ) {
        let shape = graph.shape(of: id)
        guard shape.isEnumeration || shape.isIntegerEnumeration else { return }
        for keyword in ["enum", "const"] { reading.add(schema.node?[keyword], as: .cases) }
        reading.add(schema.node?["x-enum-varnames"], as: .caseNames)
        reading.add(schema.node?["x-enum-descriptions"], as: .settled(.dropped))
        // The common values of the parts.
        for part in schema.composition.allOf {
            reading.add(
                self.reading(along: part, &seen).mapped {
                    self.listed($0, isListing: true)
                })
        }
    }

    /// Adds alternatives that reduce to one type.
    private func addAlternatives(
        of id: OpenAPI.Schema.ID,
        _ schema: OpenAPI.Schema,
        to reading: inout SchemaReading,
        _ seen: inout Set<OpenAPI.Schema.ID>,
    ) {
        let alternatives = graph.alternatives(of: schema)
        let shape = graph.shape(of: id)
        guard !alternatives.isEmpty, !shape.isUnion, !shape.isRecord, shape.scalar != .json else { return }
        addContainers(of: schema, to: &reading)
        let isListing = shape.isEnumeration || shape.isIntegerEnumeration
        // The schema of a single type is recorded on the path to it.
        let member: OpenAPI.Schema.ID? = if case .single(let member) = shape { member } else { nil }
        for alternative in alternatives where alternative != member {
            reading.add(
                self.reading(along: alternative, &seen).mapped {
                    self.listed($0, isListing: isListing)
                })
            // The title is the name of a number.
            let end = graph.schemas[graph.end(of: alternative)]
            if shape.isIntegerEnumeration, end?.values.count == 1 {
                reading.add(end?.node?["title"], as: .caseNames)
            }
        }
    }

    /// Adds the keyword whose alternatives are used.
    func addContainers(of schema: OpenAPI.Schema, to reading: inout SchemaReading) {
        let chosen = graph.alternatives(of: schema)
        let isFirst = schema.composition.oneOf.contains { chosen.contains($0) }
        reading.add(isFirst ? .oneOf : .anyOf, of: schema.node)
    }

    /// The keywords used to distinguish the alternatives of a union, and of anonymous unions in it.
    func unionReading(of id: OpenAPI.Schema.ID, into branches: [OpenAPI.Schema.ID]) -> SchemaReading {
        var seen: Set<OpenAPI.Schema.ID> = []
        return unionReading(of: id, into: Set(branches), &seen)
    }

    private func unionReading(
        of id: OpenAPI.Schema.ID,
        into branches: Set<OpenAPI.Schema.ID>,
        _ seen: inout Set<OpenAPI.Schema.ID>,
    ) -> SchemaReading {
        var reading = SchemaReading()
        guard recorder != nil, let schema = graph.schemas[id] else { return reading }
        addContainers(of: schema, to: &reading)
        addDiscriminator(of: schema, to: &reading)
        // Alternatives that are duplicates, or unions themselves.
        for alternative in graph.alternatives(of: schema)
        where !branches.contains(alternative) && !seen.contains(alternative) {
            reading.add(self.reading(along: alternative, &seen))
            if graph.shape(of: alternative).isUnion {
                reading.add(unionReading(of: alternative, into: branches, &seen))
            }
        }
        return reading
    }

    private func addDiscriminator(of schema: OpenAPI.Schema, to reading: inout SchemaReading) {
        guard schema.discriminator != nil, let node = schema.node?["discriminator"] else { return }
        for read in [node, node["propertyName"], node["mapping"], node["defaultMapping"]] {
            reading.add(read, as: .settled(.typed))
        }
    }

    /// The keywords used of a part of a record, except its properties.
    func reading(ofPart id: OpenAPI.Schema.ID, in record: OpenAPI.Schema.ID) -> SchemaReading {
        guard recorder != nil, let schema = graph.schemas[id] else { return SchemaReading() }
        // Annotations of property declarations are recorded by the property.
        let isDeclaration =
            record.conjunction != 0
            && graph.conjunctions.declarations(of: record).contains { graph.path(from: $0).contains(id) }
        var reading = reading(of: id).mapped { aspect in
            switch aspect {
            // Nullability belongs to the whole schema.
            case .null(let isAlternative): .settled(isAlternative ? .typed : .dropped)
            case .access, .deprecation: isDeclaration ? nil : aspect
            case .settled, .limit, .values, .cases, .caseNames, .defaultValue, .secrecy: aspect
            }
        }
        if graph.shape(of: id).isUnion { addDiscriminator(of: schema, to: &reading) }
        reading.add(
            .properties, .required, .requiredInRequests, .dependentRequired, .additionalProperties,
            .unevaluatedProperties, .patternProperties, .allOf, of: schema.node)
        if graph.alternatives(of: schema).count == 1 { addContainers(of: schema, to: &reading) }
        return reading
    }

    private func listed(_ aspect: SchemaAspect, isListing: Bool) -> SchemaAspect? {
        switch aspect {
        case .values: isListing ? .cases : nil
        // It is checked.
        case .limit: nil
        case .defaultValue, .deprecation, .access, .secrecy: .settled(.dropped)
        case .settled, .null, .cases, .caseNames: aspect
        }
    }
}
