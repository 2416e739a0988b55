/// Descriptions of constraints that types do not express.
extension Words {
    /// The rules as sentences; `nil` if there is nothing to say.
    func sentence(_ rules: [API.Rule]) -> String? {
        let sentences = rules.compactMap(words)
        let schemas = schemas(rules).map(Markdown.code)
        let demands =
            schemas.isEmpty
            ? [] : ["Also checked, in JSON Schema: \(Markdown.list(schemas, with: .and))."]
        let all = sentences + demands
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    private func words(_ rule: API.Rule) -> String? {
        switch rule {
        case .positions(let positions):
            return "In this order: \(positions.map { told($0) ?? "any value" }.joined(separator: ", "))."
        case .requires(let trigger, let others):
            return "\(Markdown.code(trigger)) requires \(Markdown.names(others, separator: " and "))."
        case .format(let format):
            return quoted(format).map { format in
                format == ScalarType.secretFormat ? "A secret." : "The format is \(Markdown.code(format))."
            }
        case .elements(_, let rules):
            // An element with only a format has a sentence; any other rules are documented as a schema.
            guard rules.count == 1, case .format(let format) = rules[0] else { return nil }
            return quoted(format).map { "Each is of the format \(Markdown.code($0))." }
        case .keyword(let keyword, let value):
            guard let phrase = keyword.phrase else { return nil }
            return quoted(value).map { "\(phrase) \(Markdown.code(String($0.dropFirst().dropLast())))." }
        }
    }

    /// The rules as JSON Schemas. A keyword that occurs several times is spread over several schemas.
    private func schemas(_ rules: [API.Rule], ofElements: Bool = false) -> [String] {
        var schemas: [[(keyword: String, value: String)]] = []
        for member in rules.compactMap({ member($0, ofElements: ofElements) }) {
            if schemas.isEmpty || schemas[schemas.count - 1].contains(where: { $0.keyword == member.keyword })
            {
                schemas.append([])
            }
            schemas[schemas.count - 1].append(member)
        }
        return schemas.map { members in
            "{" + members.map { "\($0.keyword.json): \($0.value)" }.joined(separator: ", ") + "}"
        }
    }

    private func member(_ rule: API.Rule, ofElements: Bool) -> (keyword: String, value: String)? {
        switch rule {
        case .keyword(let keyword, let value):
            if keyword.phrase != nil, !ofElements { return nil }
            return quoted(value).map { (keyword.rawValue, $0) }
        case .elements(let keyword, let rules):
            if rules.count == 1, case .format = rules[0], !ofElements { return nil }
            let schemas = schemas(rules, ofElements: true)
            guard let first = schemas.first else { return nil }
            return (
                keyword.rawValue,
                schemas.count == 1 ? first : "{\"allOf\": [\(schemas.joined(separator: ", "))]}"
            )
        case .format(let format):
            return ofElements ? quoted(format).map { (ShapeKeyword.format.rawValue, $0.json) } : nil
        case .requires(let trigger, let others):
            let list = others.map(\.json).joined(separator: ", ")
            return ofElements
                ? (ShapeKeyword.dependentRequired.rawValue, "{\(trigger.json): [\(list)]}") : nil
        case .positions: return nil
        }
    }
}

extension Keyword {
    /// The words before the value of a keyword that describes a string.
    fileprivate var phrase: String? {
        switch self {
        case .shape(let keyword): keyword.facts.phrase
        case .limit, .annotation, .told: nil
        }
    }
}
