import APIGenSourceText

/// Lowers object schemas to records.
struct RecordLowering: LoweringPass {
    let lowering: Lowering

    func record(_ draft: TypeTable.Draft) -> API.Record {
        let ids = graph.parts(of: draft.schema)
        checkMergeable(ids)
        let parts = ids.compactMap { graph.schemas[$0] }
        for (id, part) in zip(ids, parts) { lowering.types.reportDiscriminator(of: id, part) }
        for id in ids { note(reading(ofPart: id, in: draft.schema), in: draft.id) }
        checkRequired(
            parts,
            besides: ids.filter { lowering.unions.isEmbedded($0, in: draft) }.flatMap(graph.profiles.members))
        let required = parts.flatMap(\.required).map(\.value).exact
        let requiredInRequests = parts.flatMap(\.requiredInRequests).map(\.value).exact
        let scope = builder.scope(of: .properties)
        let homes = homes(ids, in: draft)
        let declared = withoutRepetitions(parts.flatMap(\.properties), in: draft.id)
        let all = declared + conditionalProperties(of: ids, besides: declared)
        let properties = all.map { property in
            lower(
                property,
                isRequired: required.contains(property.name.value.exact),
                isRequiredInRequests: requiredInRequests.contains(property.name.value.exact),
                in: draft.id,
                scope: scope,
                home: homes.ofProperties[property.schema] ?? draft.id,
            )
        }
        return API.Record(
            properties: properties,
            unions: lowering.unions.embeddedUnions(
                of: ids, draft: draft, homes: homes.ofParts, scope: scope),
            additionalProperties: additionalProperties(of: ids, draft: draft, homes: homes.ofParts),
            requiredOthers: undeclared(parts.flatMap(\.required), besides: all),
            isClosed: parts.contains(where: \.isClosed),
        )
    }

    private func undeclared(
        _ names: [OpenAPI.Located<String>], besides properties: [OpenAPI.Schema.Property],
    ) -> [String] {
        let declared = properties.map(\.name.value).exact
        return names.map(\.value).filter { !declared.contains($0.exact) }.withoutDuplicates
    }

    private func checkMergeable(_ parts: [OpenAPI.Schema.ID]) {
        for schema in parts.compactMap({ graph.schemas[$0] }) where schema.reference == nil {
            let isObject = schema.types.isEmpty || schema.types.contains(.object)
            if !isObject {
                report(.unmergeable(schema))
                note(whole: schema.node, as: .reported)
            }
        }
    }

    private func lower(
        _ property: OpenAPI.Schema.Property,
        isRequired: Bool,
        isRequiredInRequests: Bool,
        in parent: API.TypeID,
        scope: API.NameScope,
        home: API.TypeID,
    ) -> API.Property {
        let wireName = property.name.value
        let isTag = builder.discriminatorValues.isTag(builder.table[parent].schema, wireName)
        let isDemanded = isRequired || isRequiredInRequests || isTag
        let isConstant = isDemanded && graph.values.isConstant(property.schema)
        let resolved = lowering.types.resolve(
            property.schema, hint: NameHint(words: API.NameWords(wireName), parent: home),
            isConstant: isConstant)
        note(property, as: resolved, isRequired: isRequired, isConstant: isConstant, in: parent)
        let isForNobody = resolved.isReadOnly && resolved.isWriteOnly
        if isForNobody { report(.contradictoryAccess(property)) }
        return API.Property(
            name: name(of: property, in: scope),
            wireName: wireName,
            type: lowering.types.partType(of: property, resolved, in: builder.table[parent].schema),
            isRequired: isRequired,
            isRequiredInRequests: isRequiredInRequests && !isRequired,
            isNullable: resolved.isNullable && resolved.type != .scalar(.json),
            isDeprecated: resolved.isDeprecated,
            isReadOnly: resolved.isReadOnly && !isForNobody,
            isWriteOnly: resolved.isWriteOnly && !isForNobody,
            isSensitive: resolved.isSensitive,
            limits: resolved.limits,
            defaultValue: resolved.defaultValue,
            values: values(resolved, of: property, isConstant: isConstant),
            constant: constant(of: property, resolved.values, in: builder.table[parent].schema),
            isTag: isTag,
            rules: resolved.rules,
            examples: resolved.examples,
            description: resolved.description,
            valueDescription: isConstant ? graph.values.descriptionOfConstant(property.schema) : nil,
        )
    }

    private func name(of property: OpenAPI.Schema.Property, in scope: API.NameScope) -> API.Name {
        let wireName = property.name.value
        let chosen = graph.schemas[property.schema]?.annotations.swiftName
        return name(
            .property, API.NameWords(chosen?.text ?? wireName), in: scope, for: wireName,
            at: property.name.range)
    }

    private func values(
        _ resolved: ResolvedSchema, of property: OpenAPI.Schema.Property, isConstant: Bool,
    ) -> [API.Constant] {
        (isConstant ? resolved.values : untold(resolved.values, of: property)) + resolved.elementValues
    }

    private func untold(_ values: [API.Constant], of property: OpenAPI.Schema.Property) -> [API.Constant] {
        graph.values.untold(values, of: property.schema)
    }

    private func additionalProperties(
        of parts: [OpenAPI.Schema.ID],
        draft: TypeTable.Draft,
        homes: [OpenAPI.Schema.ID: API.TypeID],
    ) -> API.AdditionalProperties? {
        for part in parts {
            switch graph.schemas[part]?.additionalProperties {
            case .allowed(true): return API.AdditionalProperties(type: .scalar(.json))
            case .schema(let id):
                let home = homes[part] ?? draft.id
                let element = lowering.types.resolveElement(
                    id, NameHint(words: API.NameWords("additionalProperty"), parent: home))
                note(element.reading, as: [.null, .limitsInWords, .values], in: draft.id)
                return API.AdditionalProperties(
                    type: element.type,
                    limits: element.limits,
                    values: element.values,
                    rules: element.rules(of: .additionalProperties),
                    description: element.description,
                    examples: element.examples,
                )
            case .allowed(false), nil: continue
            }
        }
        return nil
    }

    /// Reports names in `required` that no part declares as a property: they are misspelled, or the property is
    /// missing.
    private func checkRequired(_ parts: [OpenAPI.Schema], besides others: [String]) {
        let known = parts.flatMap(\.properties).map(\.name.value) + others
        let names = known.exact
        let missing = parts.flatMap { $0.required + $0.requiredInRequests }.filter {
            !names.contains($0.value.exact)
        }
        for (index, name) in missing.enumerated() {
            // A hundred missing names are not misspellings.
            report(.requiredWithoutProperty(name, among: index < 100 ? known : []))
        }
    }

    /// The optional properties that an object may have under some condition (`then`, `else`, `dependentSchemas`).
    func conditionalProperties(
        of parts: [OpenAPI.Schema.ID],
        besides declared: [OpenAPI.Schema.Property],
    ) -> [OpenAPI.Schema.Property] {
        var known = declared.map(\.name.value).exact
        let schemas = parts.compactMap { graph.schemas[$0] }.flatMap(\.conditional)
        return schemas.flatMap(graph.parts).compactMap { graph.schemas[$0] }.flatMap(\.properties).filter {
            known.insert($0.name.value.exact).inserted
        }
    }

    /// The constant of a property: the single value that it lists, or the discriminator value of its schema.
    func constant(
        of property: OpenAPI.Schema.Property, _ values: [API.Constant], in schema: OpenAPI.Schema.ID
    )
        -> API.Constant?
    {
        values.count == 1 ? values[0] : builder.discriminatorValues.only(of: schema, property.name.value)
    }
}
