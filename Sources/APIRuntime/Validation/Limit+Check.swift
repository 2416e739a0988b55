extension [Limit] {
    /// The violations of limits by a value.
    ///
    /// - Parameter root: The name of a parameter, `$` for a body.
    func violations(
        by value: EncodedValue, at root: String, isSecret: Bool = false, options: ValidationOptions,
        isRequest: Bool = true,
    ) -> [Violation] {
        flatMap { limit in
            var check = SchemaCheck(
                limit.schemas, options: options, isRequest: isRequest, path: SchemaPath(root: root))
            check.isSecret = isSecret
            check.check(value, against: limit.node)
            return check.tellableViolations
        }
    }
}

extension Limit {
    /// The schemas that the limit may refer to. Limits inside each other are of one set.
    fileprivate var schemas: [SchemaNode] {
        switch self {
        case .schema(let schema): schema.set.nodes
        case .elements(let limits): limits.lazy.map(\.schemas).first { !$0.isEmpty } ?? []
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
            .pattern, .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties:
            []
        }
    }

    /// The limit as a schema.
    fileprivate var node: SchemaNode {
        switch self {
        case .schema(let schema): schema.root
        case .elements(let limits):
            SchemaNode(rules: [.items(prefix: [], others: SchemaNode(rules: limits.flatMap(\.node.rules)))])
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
            .pattern, .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties:
            SchemaNode(rules: [.limit(self)])
        }
    }
}
