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
