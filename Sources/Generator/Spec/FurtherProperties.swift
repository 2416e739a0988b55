import SourceText
import YAML

/// The properties of an object that are not listed: by patterns of their names, or all that are left.
struct FurtherProperties {
    let byPattern: [OpenAPI.Schema.ID]
    private(set) var additional: OpenAPI.Schema.AdditionalProperties?
    private(set) var names = OpenAPI.PropertyNames()
    /// Where no name is allowed, there are no properties.
    private(set) var maxProperties: OpenAPI.Located<LimitValue>?
    /// The properties that are `false` are never there.
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
            // Which of the schemas a member has to meet is for the service to check.
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

    /// What has a name of some pattern is of one type in Swift with what has any other.
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
    /// What the names of members have to meet.
    fileprivate var ofNames: OpenAPI.Schema.Rule {
        let schema = Prose(text: "{\(keyword.rawValue.json): \(value.text)}", node: value.node)
        return OpenAPI.Schema.Rule(keyword: .shape(.propertyNames), value: schema)
    }
}
