import SourceText

extension Lowering {
    func limits(of schema: OpenAPI.Schema) -> [API.Limit] {
        let limits = schema.limits
        let numbers: [(String, OpenAPI.Located<Double>?)] = [
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
