extension API.Constant {
    fileprivate var words: String {
        switch self {
        case .text(""): "the empty string"
        case .text(let text), .number(let text): Markdown.code(text)
        case .boolean(let value): value ? "`true`" : "`false`"
        }
    }
}

extension [API.Constant] {
    /// A sentence such as "One of `1`, `2.5`." for a value of `type`, or for its elements; `nil` if there are no
    /// constants.
    func sentence(of type: API.TypeReference) -> String? {
        guard let first else { return nil }
        let text =
            count == 1 ? "always \(first.words)" : "one of \(map(\.words).joined(separator: ", "))"
        return type.isCollection ? "Each \(text)." : Markdown.sentence(text)
    }
}

extension API.TypeReference {
    fileprivate var isCollection: Bool {
        switch self {
        case .array, .dictionary: true
        case .nullable(let wrapped): wrapped.isCollection
        case .scalar, .named, .own: false
        }
    }
}
