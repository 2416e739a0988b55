import SourceText

extension Lowering {
    /// The limits on the way from a schema to what describes its values, and those of what they hold.
    func limits(along id: OpenAPI.Schema.ID, depth: Int = 8) -> [API.Limit] {
        let own = path(from: id).compactMap { document.schemas[$0] }.flatMap(limits)
        switch shape(of: end(of: id)) {
        case .array(let element?) where depth > 0, .dictionary(let element?) where depth > 0:
            let inner = limits(along: element, depth: depth - 1)
            return inner.isEmpty ? own : own + [.elements(inner)]
        default: return own
        }
    }

    func limits(of schema: OpenAPI.Schema) -> [API.Limit] {
        let names = schema.nameLimits.map { lower($0) } ?? []
        return lower(schema.limits) + (names.isEmpty ? [] : [.names(names)])
    }

    private func lower(_ limits: OpenAPI.Limits) -> [API.Limit] {
        let numbers: [(String, OpenAPI.Located<ExactNumber>?)] = [
            ("minimum", limits.minimum), ("maximum", limits.maximum),
            ("exclusiveMinimum", limits.exclusiveMinimum), ("exclusiveMaximum", limits.exclusiveMaximum),
            ("multipleOf", limits.multipleOf),
        ]
        let counts: [(String, OpenAPI.Located<Int>?)] = [
            ("minLength", limits.minLength), ("maxLength", limits.maxLength),
            ("minItems", limits.minItems), ("maxItems", limits.maxItems),
            ("minProperties", limits.minProperties), ("maxProperties", limits.maxProperties),
        ]
        var lowered = numbers.compactMap { keyword, limit in
            limit.map { API.Limit.number(keyword: keyword, $0.value) }
        }
        lowered += counts.compactMap { keyword, limit in
            limit.map { API.Limit.count(keyword: keyword, $0.value) }
        }
        if let pattern = limits.pattern { lowered.append(.pattern(pattern.value)) }
        if limits.uniqueItems { lowered.append(.uniqueItems) }
        return lowered
    }
}
