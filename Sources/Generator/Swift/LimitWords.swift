/// Limits as code and as words. Both come from the same values, so that they cannot drift apart.
extension API.Limit {
    /// The argument that makes the runtime check the limit.
    var argument: String {
        switch self {
        case .number(let keyword, let value): ".\(keyword)(\(SwiftLiteral.number(value)))"
        case .count(let keyword, let value): ".\(keyword)(\(SwiftLiteral.integer(value)))"
        case .pattern(let pattern): ".pattern(\(SwiftLiteral.string(pattern)))"
        case .uniqueItems: ".uniqueItems"
        case .required(let names): ".required(\(Self.list(names)))"
        case .dependentRequired(let trigger, let names):
            ".dependentRequired(\(SwiftLiteral.string(trigger)), \(Self.list(names)))"
        case .absent(let names): ".absent(\(Self.list(names)))"
        case .oneOf(let texts): ".oneOf(\(Self.list(texts)))"
        case .names(let limits): ".names([\(limits.map(\.argument).joined(separator: ", "))])"
        case .elements(let limits): ".elements([\(limits.map(\.argument).joined(separator: ", "))])"
        }
    }

    var words: String {
        switch self {
        case .number(let keyword, let value):
            "\(Self.words[keyword] ?? keyword) \(value.plain)"
        case .count(let keyword, let value): Self.words(keyword, value)
        case .pattern(let pattern): "matching \(DocComment.code(pattern))"
        case .uniqueItems: "no item twice"
        case .required(let names): "with " + Self.words(names)
        case .dependentRequired(let trigger, let names): "with \(Self.words(names)) if it has `\(trigger)`"
        case .absent(let names): "without " + Self.words(names)
        case .oneOf(let texts): "one of " + Self.words(texts)
        case .names(let limits): "each name " + limits.map(\.words).joined(separator: ", ")
        case .elements(let limits): "each " + limits.map(\.words).joined(separator: ", ")
        }
    }

    private static func list(_ texts: [String]) -> String {
        "[\(texts.map(SwiftLiteral.string).joined(separator: ", "))]"
    }

    private static func words(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static let words = [
        "minimum": "at least", "maximum": "at most", "exclusiveMinimum": "greater than",
        "exclusiveMaximum": "less than", "multipleOf": "a multiple of",
    ]

    private static func words(_ keyword: String, _ value: Int) -> String {
        let bound = keyword.hasPrefix("min") ? "at least" : "at most"
        let unit =
            switch keyword.dropFirst(3) {
            case "Length": "character"
            case "Items": "item"
            default: "property"
            }
        let plural = unit == "property" ? "properties" : unit + "s"
        return "\(bound) \(value) \(value == 1 ? unit : plural)"
    }

    /// A sentence such as `At least 1, at most 200.`
    static func sentence(_ limits: [API.Limit]) -> String? {
        guard !limits.isEmpty else { return nil }
        let text = limits.map(\.words).joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
