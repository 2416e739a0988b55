extension API.Limit {
    var words: String {
        switch self {
        case .number(let keyword, let value):
            "\(Self.words[keyword] ?? keyword) \(value.plain)"
        case .count(let keyword, let value): Self.words(keyword, count: value)
        case .pattern(let pattern): "matching \(Markdown.code(pattern))"
        case .uniqueItems: "no item twice"
        case .required(let names): "with " + Markdown.names(names)
        case .dependentRequired(let trigger, let names):
            "with \(Markdown.names(names)) if it has `\(trigger)`"
        case .absent(let names): "without " + Markdown.names(names)
        case .oneOf(let texts): "one of " + Markdown.names(texts)
        case .names(let limits): "each name " + limits.words
        case .elements(let limits): "each " + limits.words
        }
    }

    private static let words = [
        "minimum": "at least", "maximum": "at most", "exclusiveMinimum": "greater than",
        "exclusiveMaximum": "less than", "multipleOf": "a multiple of",
    ]

    private static func words(_ keyword: String, count: Int) -> String {
        let bound = keyword.hasPrefix("min") ? "at least" : "at most"
        let unit =
            switch keyword.dropFirst(3) {
            case "Length": "character"
            case "Items": "item"
            default: "property"
            }
        let plural = unit == "property" ? "properties" : unit + "s"
        return "\(bound) \(count) \(count == 1 ? unit : plural)"
    }
}

extension [API.Limit] {
    fileprivate var words: String { map(\.words).joined(separator: ", ") }

    /// A sentence such as `At least 1, at most 200.`; `nil` if there are no limits.
    var sentence: String? { isEmpty ? nil : Markdown.sentence(words) }
}
