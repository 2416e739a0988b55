import SourceText

extension Lowering {
    mutating func record(_ draft: TypeTable.Draft, _ schema: OpenAPI.Schema) -> API.Record {
        let parts = flattened(schema)
        checkRequired(parts)
        let required = Set(parts.flatMap(\.required).map(\.value))
        var names = NameScope()
        names.reserve("additionalProperties")
        var properties: [API.Property] = []
        var places: [String: OpenAPI.Schema.Property] = [:]
        for property in parts.flatMap(\.properties) {
            if let first = places[property.name.value] {
                checkAgreement(first, property)
                continue
            }
            places[property.name.value] = property
            var lowered = lower(property, isRequired: required.contains(property.name.value), in: draft.id)
            let (source, range) = (property.name.value, property.name.range)
            lowered.name = name(lowered.name.text, for: source, at: range, in: &names)
            properties.append(lowered)
        }
        return API.Record(properties: properties, additionalProperties: additionalProperties(parts, draft))
    }

    /// The schema itself and all that it is made of by allOf, the parts first, as they stand.
    private mutating func flattened(_ schema: OpenAPI.Schema) -> [OpenAPI.Schema] {
        var visited: Set<OpenAPI.Schema.ID> = []
        return flattened(schema, &visited)
    }

    private mutating func flattened(
        _ schema: OpenAPI.Schema,
        _ visited: inout Set<OpenAPI.Schema.ID>,
    ) -> [OpenAPI.Schema] {
        let members = schema.composition.allOf + (schema.reference.map { [$0.target] } ?? [])
        var parts: [OpenAPI.Schema] = []
        for id in members where visited.insert(id).inserted {
            guard let member = document.schemas[id] else { continue }
            if !isMergeable(member) { diagnostics.report(.unmergeable(member)) }
            parts += flattened(member, &visited)
        }
        return parts + [schema]
    }

    private func isMergeable(_ schema: OpenAPI.Schema) -> Bool {
        guard schema.reference == nil else { return true }
        let isObject = schema.types.isEmpty || schema.types.contains(.object)
        return isObject && schema.composition.oneOf.isEmpty && schema.composition.anyOf.isEmpty
    }

    private mutating func lower(
        _ property: OpenAPI.Schema.Property,
        isRequired: Bool,
        in parent: API.TypeID,
    ) -> API.Property {
        let wireName = property.name.value
        let resolved = resolve(property.schema, hint: NameHint(word: wireName, parent: parent))
        let chosen = document.schemas[property.schema]?.annotations.swiftName
        return API.Property(
            name: SwiftNames.member(chosen?.text ?? wireName),
            wireName: wireName,
            type: resolved.type,
            isRequired: isRequired,
            isNullable: resolved.isNullable && resolved.type != .scalar(.json),
            isDeprecated: resolved.isDeprecated,
            isReadOnly: resolved.isReadOnly,
            isWriteOnly: resolved.isWriteOnly,
            limits: resolved.limits,
            defaultValue: resolved.defaultValue,
            description: resolved.description,
        )
    }

    private mutating func additionalProperties(
        _ parts: [OpenAPI.Schema],
        _ draft: TypeTable.Draft,
    ) -> API.TypeReference? {
        for part in parts {
            switch part.additionalProperties {
            case .allowed(true): return .scalar(.json)
            case .schema(let id):
                return resolve(id, hint: NameHint(word: "additionalProperty", parent: draft.id)).type
            case .allowed(false), nil: continue
            }
        }
        return nil
    }

    /// `required` names properties; a name that no part declares is a slip, or a property that was forgotten.
    private mutating func checkRequired(_ parts: [OpenAPI.Schema]) {
        let known = parts.flatMap(\.properties).map(\.name.value)
        for name in parts.flatMap(\.required) where !known.contains(name.value) {
            diagnostics.report(.requiredWithoutProperty(name, among: known))
        }
    }

    /// Two parts of an allOf may repeat a property only if they say the same of it.
    private mutating func checkAgreement(_ first: OpenAPI.Schema.Property, _ second: OpenAPI.Schema.Property)
    {
        guard first.schema != second.schema,
            let left = document.schemas[first.schema],
            let right = document.schemas[second.schema]
        else { return }
        let isSame = left.types == right.types && left.reference?.target == right.reference?.target
        if !isSame { diagnostics.report(.contradictoryProperties(first, second)) }
    }
}
