import SourceText
import YAML

extension OpenAPI.Limits {
    init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        let lower = Bound(object["minimum"], exclusive: object["exclusiveMinimum"], by: &decoder)
        let upper = Bound(object["maximum"], exclusive: object["exclusiveMaximum"], by: &decoder)
        self.init(
            minimum: lower.inclusive,
            maximum: upper.inclusive,
            exclusiveMinimum: lower.exclusive,
            exclusiveMaximum: upper.exclusive,
            multipleOf: decoder.number(object["multipleOf"]),
            minLength: decoder.count(object["minLength"]),
            maxLength: decoder.count(object["maxLength"]),
            pattern: decoder.checkedPattern(object["pattern"]),
            minItems: decoder.count(object["minItems"]),
            maxItems: decoder.count(object["maxItems"]),
            uniqueItems: decoder.boolean(object["uniqueItems"]) ?? false,
            minProperties: decoder.count(object["minProperties"]),
            maxProperties: decoder.count(object["maxProperties"]),
        )
        for contradiction in contradictions { decoder.diagnostics.report(contradiction) }
    }

    private var contradictions: [Diagnostic?] {
        [
            Self.contradiction(minimum, with: maximum, named: ("minimum", "maximum")),
            Self.contradiction(
                exclusiveMinimum, with: exclusiveMaximum, named: ("exclusiveMinimum", "exclusiveMaximum")),
            Self.contradiction(minLength, with: maxLength, named: ("minLength", "maxLength")),
            Self.contradiction(minItems, with: maxItems, named: ("minItems", "maxItems")),
            Self.contradiction(
                minProperties, with: maxProperties, named: ("minProperties", "maxProperties")),
        ]
    }

    private static func contradiction<Value: Comparable & Sendable>(
        _ lower: OpenAPI.Located<Value>?,
        with upper: OpenAPI.Located<Value>?,
        named names: (lower: String, upper: String),
    ) -> Diagnostic? {
        guard let lower, let upper, lower.value > upper.value else { return nil }
        return .contradictoryLimits(lower, with: upper, named: names)
    }
}

/// In 3.0 the exclusive bound is a flag beside the inclusive one, since 3.1 a bound of its own.
private struct Bound {
    let inclusive: OpenAPI.Located<ExactNumber>?
    let exclusive: OpenAPI.Located<ExactNumber>?

    init(_ node: Node?, exclusive: Node?, by decoder: inout SpecDecoder) {
        let bound = decoder.number(node)
        if case .bool(let isExclusive)? = exclusive?.scalar {
            (inclusive, self.exclusive) = isExclusive ? (nil, bound) : (bound, nil)
        } else {
            (inclusive, self.exclusive) = (bound, decoder.number(exclusive))
        }
    }
}
