import SourceText
import YAML

extension SpecDecoder {
    /// Decodes the schema at a node and all that it holds. What it refers to is put into the queue.
    mutating func schema(_ node: Node) -> OpenAPI.Schema.ID? {
        let id = OpenAPI.Schema.ID(node.id, scope: scope)
        guard schemas[id] == nil else { return id }
        let isAny = node.scalar == .bool(true)
        guard var object = isAny ? ObjectFields(node: node, kind: "schema") : object(node, "schema") else {
            return nil
        }
        let schema = schema(&object)
        schemas[id] = withAlternativesByType(schema, id)
        handDownType(of: schema)
        noteExamples(in: node, of: id)
        finish(object)
        return id
    }

    /// Decodes the schemas that were referred to, until none is left.
    mutating func decodePendingSchemas() {
        while let next = pendingSchemas.popLast() {
            scope = next.scope
            _ = schema(next.node)
        }
    }

    /// The identity of a schema that something refers to. It is decoded later.
    mutating func queue(_ node: Node, scope: Int = 0) -> OpenAPI.Schema.ID {
        let id = OpenAPI.Schema.ID(node.id, scope: scope)
        if schemas[id] == nil { pendingSchemas.append((node, scope)) }
        return id
    }

    private mutating func schema(_ object: inout ObjectFields) -> OpenAPI.Schema {
        dropRemarks(&object)
        let types = types(object["type"])
        reportPointless(object, types)
        var schema = OpenAPI.Schema(
            range: object.node.range,
            node: object.node,
            reference: schemaReference(in: &object),
            types: types,
            isNullable: nullable(object["nullable"]),
            refusesNull: object["nullable"]?.scalar == .bool(false),
            format: locatedText(object["format"]),
            formatNode: object["format"]?.id,
            contentEncoding: text(object["contentEncoding"]),
            contentMediaType: text(object["contentMediaType"]),
            enumeration: enumeration(&object),
            constant: object["const"].map(value),
            properties: properties(object["properties"]),
            required: list(object["required"], "property names") { $0.locatedText($1) },
            requiredInRequests: list(object["x-required-in-requests"], "property names") {
                $0.locatedText($1)
            },
            conditional: conditionalSchemas(&object),
            dependencies: dependencies(&object),
            rules: rules(&object),
            composition: composition(&object),
            discriminator: discriminator(object["discriminator"]),
            limits: limits(&object),
            annotations: annotations(&object),
        )
        addItems(of: &object, to: &schema)
        addFurtherProperties(of: &object, to: &schema)
        return schema
    }

    /// Keywords that are for readers and other tools, and change nothing that we make. XML goes out and comes in as
    /// bytes, and what `$defs` holds is read where something refers to it.
    private mutating func dropRemarks(_ object: inout ObjectFields) {
        object.drop("example", "examples", "$comment", "$schema", "xml")
        let names = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"]
        for keyword in names + ["$defs", "definitions", "contentSchema"] { _ = object[keyword] }
    }

    /// In 3.1 the type `null` took the place of `nullable`; what is meant is clear all the same.
    private mutating func nullable(_ node: Node?) -> Bool {
        guard let node, let isNullable = boolean(node) else { return false }
        if minorVersion > 0 { diagnostics.report(.outdatedNullable(node)) }
        return isNullable
    }

    private mutating func types(_ node: Node?) -> [OpenAPI.Schema.TypeName] {
        guard let node else { return [] }
        if node.kind == .sequence { return list(node, "types") { $0.typeName($1) } }
        return typeName(node).map { [$0] } ?? []
    }

    private mutating func typeName(_ node: Node) -> OpenAPI.Schema.TypeName? {
        // `type: null` without quotes is a null for YAML, and the name of a type for everyone else.
        if node.scalar == .null { return .null }
        return choice(node, OpenAPI.Schema.TypeName.self, "a type")
    }

    mutating func enumeration(_ object: inout ObjectFields) -> OpenAPI.Enumeration? {
        let names = list(object["x-enum-varnames"], "names") { $0.locatedText($1) }
        let descriptions = list(object["x-enum-descriptions"], "descriptions") { $0.prose($1) }
        guard let node = object["enum"] else { return nil }
        let values = list(node, "values") { $0.value($1) }
        if values.isEmpty { diagnostics.report(.emptyEnumeration(node)) }
        for (what, count) in [("x-enum-varnames", names.count), ("x-enum-descriptions", descriptions.count)]
        where count != 0 && count != values.count {
            diagnostics.report(.unequalCounts(node, what, count: count, values: values.count))
        }
        return OpenAPI.Enumeration(values: values, names: names, descriptions: descriptions)
    }

    private func value(_ node: Node) -> OpenAPI.Schema.Value {
        let kind: OpenAPI.Schema.Value.Kind =
            switch node.scalar {
            case .null: .null
            case .bool: .boolean
            case .integer, .number: .number
            case .string: .string
            case nil: .collection
            }
        return OpenAPI.Schema.Value(
            kind: kind, text: node.text ?? node.json, range: node.range, node: node.id)
    }

    mutating func properties(_ node: Node?) -> [OpenAPI.Schema.Property] {
        entries(node, "properties") { decoder, entry in
            // A property that is `false` is never there.
            guard let name = entry.name.text, entry.value.scalar != .bool(false),
                let schema = decoder.schema(entry.value)
            else { return nil }
            let located = OpenAPI.Located(value: name, range: entry.name.range)
            return OpenAPI.Schema.Property(name: located, schema: schema)
        }
    }

    mutating func additionalProperties(_ node: Node) -> OpenAPI.Schema.AdditionalProperties? {
        if case .bool(let isAllowed)? = node.scalar { return .allowed(isAllowed) }
        return schema(node).map { .schema($0) }
    }

    /// What `false` offers, nobody can take.
    private mutating func alternative(_ node: Node) -> OpenAPI.Schema.ID? {
        node.scalar == .bool(false) ? nil : schema(node)
    }

    private mutating func composition(_ object: inout ObjectFields) -> OpenAPI.Composition {
        OpenAPI.Composition(
            allOf: list(object["allOf"], "schemas") { $0.schema($1) },
            oneOf: list(object["oneOf"], "schemas") { $0.alternative($1) },
            anyOf: list(object["anyOf"], "schemas") { $0.alternative($1) },
        )
    }

    private mutating func annotations(_ object: inout ObjectFields) -> OpenAPI.Annotations {
        OpenAPI.Annotations(
            title: prose(object["title"]),
            description: prose(object["description"]),
            link: externalDocs(object["externalDocs"]),
            isDeprecated: boolean(object["deprecated"]) ?? false,
            isReadOnly: boolean(object["readOnly"]) ?? false,
            isWriteOnly: boolean(object["writeOnly"]) ?? false,
            defaultValue: object["default"].map(value),
            swiftName: swiftName(&object),
        )
    }
}

// MARK: - Limits

extension SpecDecoder {
    mutating func limits(_ object: inout ObjectFields) -> OpenAPI.Limits {
        let lower = bounds(object["minimum"], object["exclusiveMinimum"])
        let upper = bounds(object["maximum"], object["exclusiveMaximum"])
        let limits = OpenAPI.Limits(
            minimum: lower.inclusive,
            maximum: upper.inclusive,
            exclusiveMinimum: lower.exclusive,
            exclusiveMaximum: upper.exclusive,
            multipleOf: locatedNumber(object["multipleOf"]),
            minLength: locatedCount(object["minLength"]),
            maxLength: locatedCount(object["maxLength"]),
            pattern: checkedPattern(object["pattern"]),
            minItems: locatedCount(object["minItems"]),
            maxItems: locatedCount(object["maxItems"]),
            uniqueItems: boolean(object["uniqueItems"]) ?? false,
            minProperties: locatedCount(object["minProperties"]),
            maxProperties: locatedCount(object["maxProperties"]),
        )
        checkOrder(limits.minimum, limits.maximum, "minimum", "maximum")
        checkOrder(limits.exclusiveMinimum, limits.exclusiveMaximum, "exclusiveMinimum", "exclusiveMaximum")
        checkOrder(limits.minLength, limits.maxLength, "minLength", "maxLength")
        checkOrder(limits.minItems, limits.maxItems, "minItems", "maxItems")
        checkOrder(limits.minProperties, limits.maxProperties, "minProperties", "maxProperties")
        return limits
    }

    /// In 3.0 the exclusive bound is a flag beside the inclusive one, since 3.1 a bound of its own.
    private mutating func bounds(
        _ inclusive: Node?,
        _ exclusive: Node?,
    ) -> (inclusive: OpenAPI.Located<ExactNumber>?, exclusive: OpenAPI.Located<ExactNumber>?) {
        let bound = locatedNumber(inclusive)
        guard case .bool(let isExclusive)? = exclusive?.scalar else {
            return (bound, locatedNumber(exclusive))
        }
        return isExclusive ? (nil, bound) : (bound, nil)
    }

    private mutating func locatedNumber(_ node: Node?) -> OpenAPI.Located<ExactNumber>? {
        guard let node, let value = number(node) else { return nil }
        return OpenAPI.Located(value: value, range: node.range)
    }

    private mutating func locatedCount(_ node: Node?) -> OpenAPI.Located<Int>? {
        guard let node, let value = count(node) else { return nil }
        return OpenAPI.Located(value: value, range: node.range)
    }

    private mutating func checkOrder<Value: Comparable & Sendable>(
        _ lower: OpenAPI.Located<Value>?,
        _ upper: OpenAPI.Located<Value>?,
        _ lowerName: String,
        _ upperName: String,
    ) {
        guard let lower, let upper, lower.value > upper.value else { return }
        diagnostics.report(.contradictoryLimits(lower, upper, lowerName, upperName))
    }
}
