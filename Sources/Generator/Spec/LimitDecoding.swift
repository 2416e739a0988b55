import APIGenSourceText
import APIGenYAML

extension OpenAPI.Limits {
    init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        for keyword in LimitKeyword.allCases {
            guard let node = object[keyword.rawValue] else { continue }
            // Up to 3.0, the exclusive bound is a Boolean that modifies the inclusive one; since 3.1, it is a bound of
            // its own.
            if let bound = keyword.facts.inclusiveBound, case .bool(let isExclusive)? = node.scalar {
                if isExclusive { self[keyword] = take(bound) }
            } else {
                self[keyword] = decoder.limit(keyword, node)
            }
        }
        for keyword in LimitKeyword.allCases {
            guard let lower = self[keyword], let upperBound = keyword.facts.upperBound,
                let upper = self[upperBound], upper.value < lower.value
            else { continue }
            decoder.diagnostics.report(
                .contradictoryLimits(lower, with: upper, named: (keyword.rawValue, upperBound.rawValue)))
        }
    }

    /// The value of a limit that is a count; `nil` if it is not set.
    func count(_ keyword: LimitKeyword) -> OpenAPI.Located<Int>? {
        guard let limit = self[keyword], case .count(let count) = limit.value else { return nil }
        return OpenAPI.Located(value: count, range: limit.range)
    }

    private mutating func take(_ keyword: LimitKeyword) -> OpenAPI.Located<LimitValue>? {
        defer { self[keyword] = nil }
        return self[keyword]
    }
}

extension SpecDecoder {
    fileprivate mutating func limit(
        _ keyword: LimitKeyword,
        _ node: Node,
    ) -> OpenAPI.Located<LimitValue>? {
        switch keyword.facts.form {
        case .number: number(node)?.map(LimitValue.number)
        case .divisor: divisor(node)?.map(LimitValue.number)
        case .count: count(node)?.map(LimitValue.count)
        case .pattern: checkedPattern(node)?.map(LimitValue.pattern)
        case .flag:
            boolean(node) == true ? OpenAPI.Located(value: .flag, range: node.range) : nil
        }
    }
}

extension SpecDecoder {
    /// A positive number (JSON Schema 2020-12, validation, section 6.2.1).
    private mutating func divisor(_ node: Node) -> OpenAPI.Located<ExactNumber>? {
        guard let number = number(node) else { return nil }
        guard number.value.double > 0 else {
            diagnostics.report(.wrongKind(node, expected: "a number greater than 0"))
            return nil
        }
        return number
    }
}

extension OpenAPI.Located {
    func map<Other>(_ transform: (Value) -> Other) -> OpenAPI.Located<Other> {
        OpenAPI.Located<Other>(value: transform(value), range: range)
    }
}
