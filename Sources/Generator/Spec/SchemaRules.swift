import SourceText
import YAML

extension OpenAPI.Schema {
    /// What a schema demands and no type tells: it is left to the service to check.
    struct Rule: Hashable, Sendable {
        let keyword: String
        /// As JSON.
        let value: Prose
    }

    /// Members that an object needs if it has another (`dependentRequired`).
    struct Dependency: Sendable {
        let trigger: OpenAPI.Located<String>
        let others: [OpenAPI.Located<String>]
    }
}

extension OpenAPI.Schema.Rule {
    /// What the names of members have to meet.
    fileprivate var ofNames: OpenAPI.Schema.Rule {
        let schema = Prose(text: "{\(keyword.json): \(value.text)}", node: value.node)
        return OpenAPI.Schema.Rule(keyword: "propertyNames", value: schema)
    }

    init(_ keyword: String, _ node: Node) {
        self.init(keyword: keyword, value: Prose(text: node.json, node: node.id))
    }
}

extension SpecDecoder {
    /// The keywords that only restrict values, in ways that are told and not checked.
    mutating func rules(_ object: inout ObjectFields) -> [OpenAPI.Schema.Rule] {
        let keywords = [
            "not", "if", "then", "else", "dependentSchemas", "contains", "minContains", "maxContains",
            "unevaluatedItems", "contentSchema",
        ]
        var rules = keywords.compactMap { keyword in
            object[keyword].map { OpenAPI.Schema.Rule(keyword, $0) }
        }
        if let pattern = uncheckedPattern(object["pattern"]) { rules.append(pattern) }
        let bytes = ["base64", "base64url"]
        if let encoding = object["contentEncoding"], !bytes.contains(encoding.text?.lowercased() ?? "") {
            rules.append(OpenAPI.Schema.Rule("contentEncoding", encoding))
        }
        if let mediaType = object["contentMediaType"] {
            rules.append(OpenAPI.Schema.Rule("contentMediaType", mediaType))
        }
        return rules
    }

    mutating func dependencies(_ object: inout ObjectFields) -> [OpenAPI.Schema.Dependency] {
        entries(object["dependentRequired"], "property names") { decoder, entry in
            guard let trigger = decoder.locatedText(entry.name) else { return nil }
            let others = decoder.list(entry.value, "property names") { $0.locatedText($1) }
            return OpenAPI.Schema.Dependency(trigger: trigger, others: others)
        }
    }

    /// Schemas that hold for some values alone (`then`, `else`, `dependentSchemas`): an object may have the properties
    /// that only they name.
    mutating func conditionalSchemas(_ object: inout ObjectFields) -> [OpenAPI.Schema.ID] {
        let conditions = ["if", "then", "else"].compactMap { object[$0] }
        let dependent = object["dependentSchemas"].map { $0.entries.map(\.value) } ?? []
        return (conditions + dependent).filter { $0.kind == .mapping }.compactMap { schema($0) }.filter {
            id in
            schemas[id].map { !$0.properties.isEmpty } ?? false
        }
    }

    /// One schema for what may follow any of several.
    mutating func choice(of schemas: [OpenAPI.Schema.ID], at node: Node) -> OpenAPI.Schema.ID? {
        guard schemas.count > 1 else { return schemas.first }
        let id = OpenAPI.Schema.ID(node.id, scope: scope)
        self.schemas[id] = OpenAPI.Schema(
            range: node.range, composition: OpenAPI.Composition(anyOf: schemas))
        return id
    }
}

// MARK: - What objects and arrays hold beyond what is listed

extension SpecDecoder {
    /// The items of a tuple are of one type in Swift: the one that they have in common, or a choice between theirs.
    /// Up to 2019-09 they stood in `items`, and what follows them in `additionalItems`.
    mutating func addItems(of object: inout ObjectFields, to schema: inout OpenAPI.Schema) {
        var (prefix, rest) = (object["prefixItems"], object["items"])
        if rest?.kind == .sequence { (prefix, rest) = (rest, object["additionalItems"]) }
        let isClosed = rest?.scalar == .bool(false)
        let others = isClosed ? nil : rest.flatMap { self.schema($0) }
        let first = prefix.map { list($0, "schemas") { $0.schema($1) } } ?? []
        schema.positions = prefix?.elements.map { position($0) } ?? []
        if isClosed, let range = (prefix ?? rest)?.range {
            let most = min(first.count, schema.limits.maxItems?.value ?? first.count)
            schema.limits.maxItems = OpenAPI.Located(value: most, range: range)
        }
        let isFull = schema.limits.maxItems.map { $0.value <= first.count } ?? false
        if let prefix, others != nil || isFull {
            schema.items = choice(of: first + [others].compactMap(\.self), at: prefix)
        } else if prefix == nil {
            schema.items = others
        }
        // What follows the items that are told one by one may be anything.
    }

    /// A few words of the document on an item of a tuple; `nil` if it says nothing.
    private func position(_ node: Node) -> Prose? {
        let words = node["title"] ?? node["description"] ?? node["const"] ?? node["type"]
        if let words, let text = words.text { return Prose(text: text, node: words.id) }
        guard let reference = node["$ref"], let name = reference.text?.split(separator: "/").last else {
            return nil
        }
        return Prose(text: String(name), node: reference.id)
    }

    /// The properties that are not listed: by patterns of their names, or all that are left.
    mutating func addFurtherProperties(of object: inout ObjectFields, to schema: inout OpenAPI.Schema) {
        let (additional, unevaluated) = (object["additionalProperties"], object["unevaluatedProperties"])
        let rest = (additional ?? unevaluated).flatMap { additionalProperties($0) }
        let patterns = object["patternProperties"]
        if let patterns { for entry in patterns.entries { _ = checkedPattern(entry.key) } }
        schema.patternProperties = properties(patterns).map(\.schema)
        schema.additionalProperties = rest
        addNames(object["propertyNames"], to: &schema)
        schema.forbidden = object["properties"].map(forbidden) ?? []
        guard let patterns, !schema.patternProperties.isEmpty else { return }
        switch rest {
        case .allowed(true): break
        case .schema(let id):
            schema.additionalProperties = choice(of: schema.patternProperties + [id], at: patterns).map {
                .schema($0)
            }
        case .allowed(false), nil:
            schema.additionalProperties = choice(of: schema.patternProperties, at: patterns).map {
                .schema($0)
            }
        }
        let isAlone = object["properties"]?.entries.isEmpty ?? true
        if case .allowed(false)? = rest, isAlone, patterns.entries.count == 1,
            let key = patterns.entries.first?.key
        {
            schema.nameLimits = OpenAPI.Limits(pattern: checkedPattern(key))
            schema.rules += [uncheckedPattern(key)].compactMap(\.self).map(\.ofNames)
        } else {
            // Which of the schemas a member has to meet is for the service to check.
            schema.rules.append(
                OpenAPI.Schema.Rule(
                    keyword: "patternProperties", value: Prose(text: patterns.json, node: patterns.id)))
        }
    }

    private mutating func addNames(_ node: Node?, to schema: inout OpenAPI.Schema) {
        guard let node else { return }
        if node.scalar == .bool(false) {
            schema.limits.maxProperties = OpenAPI.Located(value: 0, range: node.range)
        } else {
            schema.nameSchema = self.schema(node)
        }
    }

    /// The properties that are `false` are never there.
    private func forbidden(_ node: Node) -> [String] {
        node.entries.filter { $0.value.scalar == .bool(false) }.compactMap(\.key.text)
    }
}
