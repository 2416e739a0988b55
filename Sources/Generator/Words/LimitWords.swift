extension API.Limit {
    var words: String {
        switch self {
        case .keyword(let keyword, let value): Self.words(keyword.facts, value)
        case .required(let names): "with " + Markdown.names(names)
        case .dependentRequired(let trigger, let names):
            "with \(Markdown.names(names)) if it has \(Markdown.code(trigger))"
        case .absent(let names): "without " + Markdown.names(names)
        case .oneOf(let texts): "one of " + Markdown.names(texts)
        case .names(let limits): "each name " + limits.words
        case .elements(let limits): "each " + limits.words
        }
    }

    private static func words(_ keyword: LimitKeyword.Facts, _ value: LimitValue) -> String {
        switch value {
        case .number(let number): "\(keyword.phrase) \(number.plain)"
        case .count(let count): "\(keyword.phrase) \(count) \(keyword.form.unit(of: count))"
        case .pattern(let pattern): "\(keyword.phrase) \(Markdown.code(pattern))"
        case .flag: keyword.phrase
        }
    }
}

extension LimitKeyword.Facts.Form {
    fileprivate func unit(of count: Int) -> String {
        switch self {
        case .count(let one, let many): count == 1 ? one : many
        case .number, .divisor, .pattern, .flag: ""
        }
    }
}

extension [API.Limit] {
    fileprivate var words: String { map(\.words).joined(separator: ", ") }

    /// A sentence such as `At least 1, at most 200.`; `nil` if there are no limits.
    var sentence: String? { isEmpty ? nil : Markdown.sentence(words) }
}
