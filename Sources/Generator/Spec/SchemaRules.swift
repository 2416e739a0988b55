import APIGenSourceText
import APIGenYAML

extension OpenAPI.Schema {
    /// A constraint that Swift types cannot express, in JSON Schema.
    struct Rule: Hashable, Sendable {
        let keyword: Keyword
        /// As JSON.
        let value: Prose
    }

    /// The properties that are required if another one is present (`dependentRequired`).
    struct Dependency: Sendable {
        let trigger: OpenAPI.Located<String>
        let others: [OpenAPI.Located<String>]
    }
}

extension OpenAPI.Schema.Rule {
    init(_ keyword: Keyword, at node: Node) {
        self.init(keyword: keyword, value: Prose(text: node.json, node: node.id))
    }

    /// The constraints of a schema that are documented in JSON Schema.
    static func all(in object: inout ObjectFields, by decoder: inout SpecDecoder) -> [Self] {
        var rules = ToldKeyword.allCases.compactMap { keyword in
            object[keyword].map { node in
                decoder.record.note(node, as: .dropped)
                return Self(.told(keyword), at: node)
            }
        }
        if let pattern = decoder.uncheckedPattern(object["pattern"]) { rules.append(pattern) }
        if let encoding = object[.contentEncoding], ScalarType(encoding: encoding.text ?? "") == nil {
            rules.append(Self(.shape(.contentEncoding), at: encoding))
        }
        if let mediaType = object[.contentMediaType] {
            rules.append(Self(.shape(.contentMediaType), at: mediaType))
        }
        return rules
    }
}

extension OpenAPI.Schema.Dependency {
    static func all(in object: inout ObjectFields, by decoder: inout SpecDecoder) -> [Self] {
        let lists = object[.dependencies].map { $0.entries.filter { $0.value.kind == .sequence } } ?? []
        return all(object[.dependentRequired], by: &decoder)
            + lists.compactMap { entry in
                decoder.locatedText(entry.key).map {
                    Self(trigger: $0, others: decoder.locatedTexts(entry.value, of: "property names"))
                }
            }
    }

    private static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "property names") { decoder, entry in
            guard let trigger = decoder.locatedText(entry.name) else { return nil }
            return Self(trigger: trigger, others: decoder.locatedTexts(entry.value, of: "property names"))
        }
    }
}

extension SpecDecoder {
    /// Schemas that apply only to some values (`then`, `else`, `dependentSchemas`), and declare properties that an
    /// object may have.
    mutating func conditionalSchemas(in object: inout ObjectFields) -> [OpenAPI.Schema.ID] {
        let conditions = [ToldKeyword.if, .then, .else].compactMap { object[$0] }
        let dependent = [object[.dependentSchemas], object[.dependencies]].compactMap(\.self)
            .flatMap(\.entries).map(\.value)
        let ids = (conditions + dependent).filter { $0.kind == .mapping }.compactMap { schema($0) }
        return ids.filter { id in schemas[id].map { !$0.properties.isEmpty } ?? false }
    }

    /// Decodes the schemas that only constrain a value, so that the references in them are resolved.
    mutating func decodeConditions(in node: Node) {
        let keywords = ["not", "contains", "unevaluatedItems", "unevaluatedProperties"]
        for keyword in keywords {
            if let child = node[keyword], child.kind == .mapping { _ = schema(child) }
        }
    }
}
