import SourceText
import YAML

extension Lowering {
    /// What a schema demands and its type does not tell, and what the parts do that restrict it.
    func rules(of schema: OpenAPI.Schema) -> [API.Rule] {
        ([schema] + restrictions(of: schema)).flatMap(ownRules)
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

    /// A type of its own for null alone is more than it is worth.
    private func nullRule(of schema: OpenAPI.Schema) -> [API.Rule] {
        guard schema.types == [.null], let node = schema.node?["type"] else { return [] }
        return [.keyword("type", Prose(text: "\"null\"", node: node.id))]
    }

    /// What is said of the names of members, and is no limit of texts.
    private func nameRules(of schema: OpenAPI.Schema) -> [API.Rule] {
        guard let id = schema.names.schema, let names = document.schemas[id], let node = names.node,
            textLimits(id).isEmpty || !names.rules.isEmpty,
            !node.entries.allSatisfy({ $0.key.text == "type" })
        else { return [] }
        return [.keyword("propertyNames", Prose(text: node.json, node: node.id))]
    }

    private static let numberFormats = ["int32", "int64", "uint64", "float", "double", "decimal"]

    /// A format of texts that has no type in Swift.
    private func untoldFormat(of schema: OpenAPI.Schema) -> Prose? {
        guard let format = schema.format?.value, let node = schema.formatNode,
            schema.types.allSatisfy({ $0 == .string || $0 == .null }), stringScalar(schema) == .string,
            !(schema.types.isEmpty && Self.numberFormats.contains(format))
        else { return nil }
        return Prose(text: format, node: node)
    }

    /// The properties that an object may have under some condition, none of which it needs to have.
    func conditionalProperties(
        of parts: [OpenAPI.Schema.ID],
        besides declared: [OpenAPI.Schema.Property],
    ) -> [OpenAPI.Schema.Property] {
        var known = declared.map(\.name.value).exact
        let schemas = parts.compactMap { document.schemas[$0] }.flatMap(\.conditional)
        return schemas.flatMap(self.parts).compactMap { document.schemas[$0] }.flatMap(\.properties).filter {
            known.insert($0.name.value.exact).inserted
        }
    }

    /// Which members of a request need others. Those that only the service sets are none of the caller's.
    func dependencies(_ parts: [OpenAPI.Schema.ID], of properties: [API.Property]) -> [API.Dependency] {
        let readOnly = properties.filter(\.isReadOnly).map(\.wireName).exact
        return parts.compactMap { document.schemas[$0] }.flatMap(\.dependencies).flatMap { dependency in
            dependency.others.filter { !readOnly.contains($0.value.exact) }
                .map { API.Dependency(trigger: dependency.trigger.value, other: $0.value) }
        }
    }
}
