import APIGenSourceText
import APIGenYAML

/// Diagnostics that are reported once for each schema, wherever it is used.
extension TypeLowering {
    /// Reports a `type` that excludes everything next to it.
    func reportType(of id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) {
        let own = schema.types.filter { $0 != .null }.map(\.jsonType)
        guard !own.isEmpty, let node = schema.node?["type"],
            schema.reference != nil || !schema.composition.isEmpty
        else { return }
        let types = graph.profiles.all(of: id).map(\.type)
        guard !types.isEmpty, types.allSatisfy({ type in type.map { !own.contains($0) } ?? false }),
            builder.reportedRules.insert(node.range).inserted
        else { return }
        report(.contradictoryType(node))
    }

    /// Reports constraints of alternatives that are not checked.
    func reportRules(of schema: OpenAPI.Schema) {
        let (oneOf, anyOf) = (schema.composition.oneOf, schema.composition.anyOf)
        let hasNames =
            !schema.required.isEmpty && schema.properties.isEmpty && graph.alternatives(of: schema).count > 1
        let hasRules = graph.areOnlyRules(oneOf) || graph.areOnlyRules(anyOf) || hasNames
        let hasBoth = !oneOf.isEmpty && !anyOf.isEmpty
        let hasLimits = hasLimitsOfOneType(schema)
        if hasRules || hasBoth { note("oneOf", "anyOf", of: schema.node, as: .reported) }
        if hasNames { note("required", of: schema.node, as: .reported) }
        guard hasRules || hasBoth || hasLimits, builder.reportedRules.insert(schema.range).inserted else {
            return
        }
        let diagnostic: Diagnostic =
            hasRules
            ? .uncheckedRules(schema) : hasBoth ? .uncheckedAlternatives(schema) : .uncheckedLimits(schema)
        report(diagnostic)
    }

    /// Whether alternatives with limits, or with listed numbers, reduce to one type without these constraints.
    func hasLimitsOfOneType(_ schema: OpenAPI.Schema) -> Bool {
        let alternatives = graph.alternatives(of: schema)
        guard alternatives.count > 1, let shape = SchemaShapes(graph: graph).collapsed(alternatives) else {
            return false
        }
        return alternatives.flatMap(graph.path).compactMap { graph.schemas[$0] }.contains {
            !graph.demands.limits(of: $0).isEmpty || (shape.scalar != nil && !$0.values.isEmpty)
        }
    }

    /// Reports a discriminator without alternatives to distinguish.
    func reportDiscriminator(of id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) {
        guard let discriminator = schema.discriminator, graph.alternatives(of: schema).count < 2,
            !graph.shape(of: id).isUnion
        else { return }
        note("discriminator", of: schema.node, as: .reported)
        guard
            builder.reportedRules.insert(discriminator.property.range).inserted
        else { return }
        report(.unusedDiscriminator(discriminator))
    }
}

extension OpenAPI.Schema.TypeName {
    fileprivate var jsonType: API.JSONType? {
        switch self {
        case .null: nil
        case .boolean: .boolean
        case .object: .object
        case .array: .array
        case .number, .integer: .number
        case .string: .string
        }
    }
}
