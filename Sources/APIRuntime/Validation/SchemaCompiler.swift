import APIPatterns
import Foundation

/// Compiles the JSON text of schemas to nodes.
struct SchemaCompiler {
    private let schemas: [EncodedValue.Member]
    /// The index of each named schema.
    let places: [String: Int]

    /// - Parameter text: A JSON object with a schema for each name, which the generator wrote.
    init(_ text: String) {
        guard let document = try? JSONDocument(Data(text.utf8)),
            case .object(let schemas) = EncodedValue(document, at: 0)
        else {
            assertionFailure("The generator writes JSON objects.")
            (self.schemas, places) = ([], [:])
            return
        }
        self.schemas = schemas
        places = Dictionary(schemas.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    mutating func compile() -> [SchemaNode] {
        schemas.map { member in
            var node = node(member.value)
            node.label = node.label ?? SchemaSet.plainName(member.name)
            return node
        }
    }

    private func node(_ value: EncodedValue) -> SchemaNode {
        guard case .object(let members) = value else {
            return SchemaNode(rules: value.isFalse ? [.never] : [], text: value.json)
        }
        let keywords = SchemaKeywords(members)
        var node = SchemaNode(rules: members.flatMap { rules($0.name, $0.value, keywords) })
        // What nothing else evaluated is known at the end.
        if let rest = keywords["unevaluatedItems"] { node.rules.append(.unevaluatedItems(self.node(rest))) }
        if let rest = keywords["unevaluatedProperties"] {
            node.rules.append(.unevaluatedProperties(self.node(rest)))
        }
        node.isSecret = keywords["writeOnly"]?.isTrue == true || keywords["format"]?.text == "password"
        node.label = keywords["title"]?.text ?? keywords["$ref"]?.text.map(SchemaSet.plainName)
        let isReference = members.count == 1 && keywords["$ref"] != nil
        node.text = isReference ? node.label ?? value.json : value.json
        return node
    }

    /// The rules of a keyword. Of several keywords that depend on each other, the first one in the text makes the rule.
    private func rules(
        _ keyword: String, _ value: EncodedValue, _ keywords: SchemaKeywords,
    ) -> [SchemaRule] {
        if let limit = Limit(keyword: keyword, value: value) { return [.limit(limit)] }
        switch keyword {
        case "$ref": return value.text.flatMap { places[$0] }.map { [.reference($0)] } ?? []
        case "type":
            let names = (value.items ?? [value]).compactMap(\.text)
            return [.types(names.compactMap(SchemaValueType.init), keywords.union)]
        case "enum": return [.values(value.items ?? [])]
        case "const": return [.values([value])]
        case "format": return value.text.flatMap(StringFormat.init).map { [.format($0)] } ?? []
        case "allOf": return [.allOf(nodes(value))]
        case "anyOf": return [.anyOf(SchemaAlternatives(schemas: nodes(value), union: keywords.union))]
        case "oneOf": return [.oneOf(SchemaAlternatives(schemas: nodes(value), union: keywords.union))]
        case "discriminator": return discriminator(value)
        case "not": return [.not(node(value))]
        case "if":
            let (then, otherwise) = (keywords["then"].map(node), keywords["else"].map(node))
            return [
                .conditional(SchemaCondition(condition: node(value), then: then, otherwise: otherwise))
            ]
        default: return partRules(keyword, value, keywords)
        }
    }

    /// The rules of a keyword for objects or arrays.
    private func partRules(
        _ keyword: String, _ value: EncodedValue, _ keywords: SchemaKeywords,
    ) -> [SchemaRule] {
        switch keyword {
        case "required": return [.required(value.texts, isRequest: nil)]
        case "requiredInRequests": return [.required(value.texts, isRequest: true)]
        case "requiredInResponses": return [.required(value.texts, isRequest: false)]
        case "dependentSchemas": return [.dependent(value.members.map { ($0.name, node($0.value)) })]
        case "dependentRequired":
            return value.members.map { .dependentRequired($0.name, $0.value.texts) }
        case "propertyNames": return [.names(node(value))]
        case "properties", "patternProperties", "additionalProperties":
            return keywords.isFirst(keyword, of: SchemaKeywords.ofMembers)
                ? [.members(members(keywords))] : []
        case "prefixItems", "items":
            guard keywords.isFirst(keyword, of: SchemaKeywords.ofItems) else { return [] }
            let prefix = keywords["prefixItems"].map(nodes) ?? []
            return [.items(prefix: prefix, others: keywords["items"].map(node))]
        case "contains":
            let (least, most) = (keywords["minContains"]?.count ?? 1, keywords["maxContains"]?.count)
            return [.contains(SchemaContents(schema: node(value), least: least, most: most))]
        default: return []
        }
    }

    private func nodes(_ value: EncodedValue) -> [SchemaNode] { (value.items ?? []).map(node) }

    private func members(_ keywords: SchemaKeywords) -> SchemaMembers {
        SchemaMembers(
            properties: keywords["properties"]?.members.map { ($0.name, node($0.value)) } ?? [],
            patterns: keywords["patternProperties"]?.members.map { ($0.name, node($0.value)) } ?? [],
            others: keywords["additionalProperties"].map(node))
    }

    private func discriminator(_ value: EncodedValue) -> [SchemaRule] {
        let keywords = SchemaKeywords(value.members)
        guard let property = keywords["propertyName"]?.text else { return [] }
        let schemas = keywords["mapping"]?.members.map { (value: $0.name, schema: node($0.value)) } ?? []
        return [.discriminated(SchemaDiscriminator(property: property, schemas: schemas))]
    }
}

/// The keywords of a schema, in their order.
private struct SchemaKeywords {
    static let ofMembers = ["properties", "patternProperties", "additionalProperties"]
    static let ofItems = ["prefixItems", "items"]

    private let members: [EncodedValue.Member]

    init(_ members: [EncodedValue.Member]) { self.members = members }

    subscript(keyword: String) -> EncodedValue? { members.first { $0.name == keyword }?.value }

    var union: SchemaAlternatives.Union {
        self["union"]?.text.flatMap(SchemaAlternatives.Union.init) ?? .none
    }

    /// Whether a keyword is the first of some.
    func isFirst(_ keyword: String, of some: [String]) -> Bool {
        members.first { some.contains($0.name) }?.name == keyword
    }
}

extension EncodedValue {
    var isTrue: Bool { if case .literal("true") = self { true } else { false } }
    var isFalse: Bool { if case .literal("false") = self { true } else { false } }
    /// The text of a string; `nil` for other values.
    var text: String? { if case .string(let text) = self { text } else { nil } }
    /// The number; `nil` for other values.
    var number: JSONNumber? { if case .literal(let text) = self { JSONNumber(text) } else { nil } }
    var items: [EncodedValue]? { if case .list(let items) = self { items } else { nil } }
    var members: [Member] { if case .object(let members) = self { members } else { [] } }
    var count: Int? { number?.integer }
    fileprivate var texts: [String] { (items ?? []).compactMap(\.text) }
}
