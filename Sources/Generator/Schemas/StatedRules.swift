import APIGenSourceText
import APIGenYAML

extension SchemaDemands {
    /// The constraints of a schema, and of its constraining parts, that are documented in JSON Schema.
    func rules(of schema: OpenAPI.Schema) -> [API.Rule] {
        ([schema] + graph.restrictions.schemas(of: schema)).flatMap(ownRules)
    }

    func ownRules(of schema: OpenAPI.Schema) -> [API.Rule] {
        let positions = schema.positions.isEmpty ? [] : [API.Rule.positions(schema.positions)]
        let dependencies =
            isDictionary(schema)
            ? []
            : schema.dependencies.map { dependency in
                API.Rule.requires(dependency.trigger.value, dependency.others.map(\.value))
            }
        let format = untoldFormat(of: schema).map { API.Rule.format($0) }
        return positions + dependencies + nameRules(of: schema) + nullRule(of: schema)
            + schema.rules.map { .keyword($0.keyword, $0.value) } + [format].compactMap(\.self)
    }

    /// A schema that allows only null is JSON of any type, with a documented rule: it is not worth a type.
    private func nullRule(of schema: OpenAPI.Schema) -> [API.Rule] {
        guard schema.types == [.null], let node = schema.node?["type"] else { return [] }
        return [.keyword(.shape(.type), Prose(text: "\"null\"", node: node.id))]
    }

    /// The constraints on property names that are not all checked as limits.
    private func nameRules(of schema: OpenAPI.Schema) -> [API.Rule] {
        guard let id = schema.names.schema, let names = graph.schemas[id], let node = names.node,
            textLimits(id).isEmpty || !names.rules.isEmpty,
            !node.entries.allSatisfy({ $0.key.text == "type" })
        else { return [] }
        return [.keyword(.shape(.propertyNames), Prose(text: node.json, node: node.id))]
    }

    /// A string format without a Swift type.
    private func untoldFormat(of schema: OpenAPI.Schema) -> Prose? {
        guard let format = schema.format,
            schema.types.allSatisfy({ $0 == .string || $0 == .null }), graph.stringScalar(schema) == .string,
            !(schema.types.isEmpty && API.Scalar.isOfNumbers(format.value))
        else { return nil }
        return Prose(text: format.value, node: format.node)
    }
}
