import SourceText

extension Lowering {
    mutating func record(_ draft: TypeTable.Draft) -> API.Record {
        let ids = parts(of: draft.schema)
        checkMergeable(ids)
        let parts = ids.compactMap { document.schemas[$0] }
        for part in parts { reportRules(of: part) }
        for (id, part) in zip(ids, parts) { reportDiscriminator(of: id, part) }
        for id in ids { note(id, .part, in: draft.id) }
        checkRequired(parts, besides: ids.filter { isEmbedded($0, in: draft) }.flatMap(members))
        let required = parts.flatMap(\.required).map(\.value).exact
        let requiredInRequests = parts.flatMap(\.requiredInRequests).map(\.value).exact
        var names = NameScope()
        names.reserve("additionalProperties")
        let homes = homes(ids, in: draft)
        let declared = withoutRepetitions(parts.flatMap(\.properties), in: draft.id)
        let all = declared + conditionalProperties(of: ids, besides: declared)
        let properties = all.map { property in
            lower(
                property,
                isRequired: required.contains(property.name.value.exact),
                isRequiredInRequests: requiredInRequests.contains(property.name.value.exact),
                in: draft.id,
                home: homes.ofProperties[property.schema] ?? draft.id,
            )
        }
        return API.Record(
            properties: named(properties, at: all.map(\.name.range), in: &names),
            unions: embeddedUnions(ids, draft, homes.ofParts, &names),
            additionalProperties: additionalProperties(ids, draft, homes.ofParts),
            isClosed: parts.contains(where: \.isClosed),
            dependencies: dependencies(ids, of: properties),
        )
    }

    /// Properties with names of their own. One whose name needs no change keeps it, wherever it stands: of `Type` and
    /// `type`, the latter is `type`.
    private mutating func named(
        _ properties: [API.Property],
        at ranges: [SourceRange],
        in names: inout NameScope,
    ) -> [API.Property] {
        var named = properties
        let isUnchanged = properties.map { $0.name.text == $0.wireName }
        for index in named.indices.filter({ isUnchanged[$0] }) + named.indices.filter({ !isUnchanged[$0] }) {
            let source = named[index].wireName
            named[index].name = name(named[index].name.text, for: source, at: ranges[index], in: &names)
        }
        return named
    }

    /// A schema itself and all that it is made of by allOf, the parts first, as they stand.
    func parts(of id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        var visited: Set<OpenAPI.Schema.ID> = [id]
        return parts(of: id, &visited)
    }

    private func parts(
        of id: OpenAPI.Schema.ID,
        _ visited: inout Set<OpenAPI.Schema.ID>,
    ) -> [OpenAPI.Schema.ID] {
        guard let schema = document.schemas[id] else { return [] }
        var members = schema.composition.allOf + (schema.reference.map { [$0.target] } ?? [])
        let alternatives = alternatives(of: schema)
        // One alternative is none: it has to be met as a part has.
        if alternatives.count == 1 { members += alternatives }
        var parts: [OpenAPI.Schema.ID] = []
        for member in members where visited.insert(member).inserted {
            parts += self.parts(of: member, &visited)
        }
        return parts + [id]
    }

    private mutating func checkMergeable(_ parts: [OpenAPI.Schema.ID]) {
        for schema in parts.compactMap({ document.schemas[$0] }) where schema.reference == nil {
            let isObject = schema.types.isEmpty || schema.types.contains(.object)
            if !isObject { diagnostics.report(.unmergeable(schema)) }
        }
    }

    private mutating func lower(
        _ property: OpenAPI.Schema.Property,
        isRequired: Bool,
        isRequiredInRequests: Bool,
        in parent: API.TypeID,
        home: API.TypeID,
    ) -> API.Property {
        let wireName = property.name.value
        let resolved = resolve(property.schema, hint: NameHint(word: wireName, parent: home))
        note(property, as: resolved, isRequired: isRequired, in: parent)
        let isForNobody = resolved.isReadOnly && resolved.isWriteOnly
        if isForNobody { diagnostics.report(.contradictoryAccess(property)) }
        let chosen = document.schemas[property.schema]?.annotations.swiftName
        return API.Property(
            name: SwiftNames.member(chosen?.text ?? wireName),
            wireName: wireName,
            type: type(of: property, resolved, in: types[parent].schema),
            isRequired: isRequired,
            isRequiredInRequests: isRequiredInRequests && !isRequired,
            isNullable: resolved.isNullable && resolved.type != .scalar(.json),
            isDeprecated: resolved.isDeprecated,
            isReadOnly: resolved.isReadOnly && !isForNobody,
            isWriteOnly: resolved.isWriteOnly && !isForNobody,
            isSensitive: resolved.isSensitive,
            limits: resolved.limits,
            defaultValue: resolved.defaultValue,
            values: untold(resolved.values, of: property.schema) + resolved.elementValues,
            constant: constant(of: property, resolved.values, in: types[parent].schema),
            isTag: discriminatorValues.isTag(types[parent].schema, wireName),
            rules: resolved.rules,
            description: resolved.description,
        )
    }

    private mutating func additionalProperties(
        _ parts: [OpenAPI.Schema.ID],
        _ draft: TypeTable.Draft,
        _ homes: [OpenAPI.Schema.ID: API.TypeID],
    ) -> API.AdditionalProperties? {
        for part in parts {
            switch document.schemas[part]?.additionalProperties {
            case .allowed(true): return API.AdditionalProperties(type: .scalar(.json))
            case .schema(let id):
                note(id, [.limitsInWords, .values], in: draft.id)
                let home = homes[part] ?? draft.id
                let element = resolveElement(id, NameHint(word: "additionalProperty", parent: home))
                return API.AdditionalProperties(
                    type: element.type,
                    limits: element.limits,
                    values: element.values,
                    rules: element.rules(of: "additionalProperties"),
                    description: element.description,
                )
            case .allowed(false), nil: continue
            }
        }
        return nil
    }

    /// `required` names properties; a name that no part declares is a slip, or a property that was forgotten.
    private mutating func checkRequired(_ parts: [OpenAPI.Schema], besides others: [String]) {
        let known = parts.flatMap(\.properties).map(\.name.value) + others
        let names = known.exact
        for name in parts.flatMap({ $0.required + $0.requiredInRequests })
        where !names.contains(name.value.exact) {
            diagnostics.report(.requiredWithoutProperty(name, among: known))
        }
    }
}

// MARK: - Files

extension Lowering {
    func findMultipartSchemas() -> [OpenAPI.Schema.ID: [OpenAPI.Encoding]] {
        var encodings: [OpenAPI.Schema.ID: [OpenAPI.Encoding]] = [:]
        let content = document.paths.flatMap(\.operations).flatMap { $0.body?.content ?? [] }
        for mediaType in content where kind(of: mediaType) == .multipart {
            guard let schema = mediaType.schema.map(canonical) else { continue }
            let composition = document.schemas[schema]?.composition
            let members = (composition?.oneOf ?? []) + (composition?.anyOf ?? [])
            for id in [schema] + members.map(canonical) {
                encodings[id, default: []] += mediaType.encodings
            }
        }
        return encodings
    }

    /// The unions whose values are parts of multipart bodies: properties, or the items of lists.
    func findMultipartUnions() -> Set<OpenAPI.Schema.ID> {
        var unions: Set<OpenAPI.Schema.ID> = []
        var pending = multipartSchemas.keys.flatMap { parts(of: $0) }
            .flatMap { document.schemas[$0]?.properties.map(\.schema) ?? [] }
        while let next = pending.popLast().map(canonical) {
            switch shape(of: next) {
            case .array(let item?): pending.append(item)
            case .union where unions.insert(next).inserted:
                pending += document.schemas[next].map { alternatives(of: $0) } ?? []
            case .array, .union, .dictionary, .record, .scalar, .enumeration, .integerEnumeration, .reference,
                .single:
                break
            }
        }
        return unions
    }

    /// Raw bytes in a multipart body are a file.
    private func type(
        of property: OpenAPI.Schema.Property,
        _ resolved: ResolvedSchema,
        in record: OpenAPI.Schema.ID,
    ) -> API.TypeReference {
        guard let encodings = multipartSchemas[record] else { return resolved.type }
        let encoding = encodings.first { $0.property.value.isExactly(property.name.value) }
        let isBytes = encoding?.contentType.map { MediaKind.isNeverText($0.value.lowercased()) } ?? false
        return resolved.type.inParts(isBytes: isBytes, isOpen: isEmpty(property.schema))
    }

    /// A schema without a type stands for bytes of any kind (OpenAPI 3.1, section 4.8.15, `contentType`).
    private func isEmpty(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = document.schemas[canonical(id)] else { return false }
        return schema.types.isEmpty && schema.enumeration == nil && schema.constant == nil
            && schema.composition.oneOf.isEmpty && schema.composition.anyOf.isEmpty
    }
}

extension API.TypeReference {
    /// - Parameters:
    ///   - isBytes: Whether the encoding of the part gives it a media type of bytes.
    ///   - isOpen: Whether nothing is said of the type.
    func inParts(isBytes: Bool, isOpen: Bool) -> API.TypeReference {
        switch self {
        case .scalar(.binary): .scalar(.file)
        case .scalar(.string) where isBytes: .scalar(.file)
        case .scalar(.json) where isOpen: .scalar(.file)
        case .array(let element): .array(element.inParts(isBytes: isBytes, isOpen: false))
        case .nullable(let wrapped): .nullable(wrapped.inParts(isBytes: isBytes, isOpen: isOpen))
        case .scalar, .dictionary, .named: self
        }
    }
}
