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
        if case .schema(let schema) = self { return schema.set.nodes }
        guard case .elements(let limits) = self else { return [] }
        return limits.lazy.map(\.schemas).first { !$0.isEmpty } ?? []
    }

    /// The limit as a schema.
    fileprivate var node: SchemaNode {
        if case .schema(let schema) = self { return schema.root }
        guard case .elements(let limits) = self else { return SchemaNode(rules: [.limit(self)]) }
        return SchemaNode(
            rules: [.items(prefix: [], others: SchemaNode(rules: limits.flatMap(\.node.rules)))])
    }
}
