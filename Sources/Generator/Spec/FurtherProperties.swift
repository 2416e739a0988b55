import APIGenSourceText
import APIGenYAML

/// The properties of an object that `properties` does not list: pattern properties and additional properties.
struct FurtherProperties {
    let byPattern: [OpenAPI.Schema.ID]
    private(set) var additional: OpenAPI.Schema.AdditionalProperties?
    private(set) var names = OpenAPI.PropertyNames()
    /// Zero for `propertyNames: false`.
    private(set) var maxProperties: OpenAPI.Located<LimitValue>?
    /// The properties whose schema is `false`, which an object must not have.
    let forbidden: [String]
    private(set) var rules: [OpenAPI.Schema.Rule] = []

    init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        let (additional, unevaluated) = (object[.additionalProperties], object[.unevaluatedProperties])
        let rest = (additional ?? unevaluated).flatMap {
            OpenAPI.Schema.AdditionalProperties($0, by: &decoder)
        }
        let patterns = object[.patternProperties]
        if let patterns { for entry in patterns.entries { _ = decoder.checkedPattern(entry.key) } }
        byPattern = OpenAPI.Schema.Property.all(patterns, by: &decoder).map(\.schema)
        self.additional = rest
        let names = object[.propertyNames]
        let listed = object[.properties]?.entries.map(\.self) ?? []
        forbidden = listed.filter { $0.value.scalar == .bool(false) }.compactMap(\.key.text)
        if let names { take(names: names, by: &decoder) }
        guard let patterns, !byPattern.isEmpty else { return }
        take(patterns: patterns, by: &decoder)
        if case .allowed(false)? = rest, listed.isEmpty, patterns.entries.count == 1,
            let key = patterns.entries.first?.key
        {
            self.names.limits = OpenAPI.Limits()
            self.names.limits?[.pattern] = decoder.checkedPattern(key)?.map(LimitValue.pattern)
            rules += [decoder.uncheckedPattern(key)].compactMap(\.self).map(\.ofNames)
        } else {
            // Which pattern a property matches, and so which schema applies, is no matter of types.
            rules.append(OpenAPI.Schema.Rule(.shape(.patternProperties), at: patterns))
        }
    }

    private mutating func take(names node: Node, by decoder: inout SpecDecoder) {
        if node.scalar == .bool(false) {
            maxProperties = OpenAPI.Located(value: .count(0), range: node.range)
        } else {
            names.schema = decoder.schema(node)
        }
    }

    /// Merges the pattern properties and the additional properties into one value type.
    private mutating func take(patterns: Node, by decoder: inout SpecDecoder) {
        let others: [OpenAPI.Schema.ID]
        switch additional {
        case .allowed(true): return
        case .schema(let id): others = [id]
        case .allowed(false), nil: others = []
        }
        additional = decoder.choice(of: byPattern + others, at: patterns).map { .schema($0) }
    }
}

extension OpenAPI.Schema.AdditionalProperties {
    fileprivate init?(_ node: Node, by decoder: inout SpecDecoder) {
        if case .bool(let isAllowed)? = node.scalar {
            self = .allowed(isAllowed)
        } else {
            guard let schema = decoder.schema(node) else { return nil }
            self = .schema(schema)
        }
    }
}

extension OpenAPI.Schema.Rule {
    /// The rule applied to the property names.
    fileprivate var ofNames: OpenAPI.Schema.Rule {
        let schema = Prose(text: "{\(keyword.rawValue.json): \(value.text)}", node: value.node)
        return OpenAPI.Schema.Rule(keyword: .shape(.propertyNames), value: schema)
    }
}
