import YAML

/// What an API means, in prose: sentences that a comment of any language or a page of documentation may hold, in
/// Markdown.
struct Words {
    private let tell: (Node.ID) -> Void
    /// What a language calls something that is declared.
    let spelling: (API.Name) -> String

    /// - Parameter tell: Is told of each text of the document that reaches a reader.
    init(spelling: @escaping (API.Name) -> String, tell: @escaping (Node.ID) -> Void = { _ in }) {
        (self.spelling, self.tell) = (spelling, tell)
    }

    /// The text of the document that goes to its readers. There is no other way to get at it here, so that the account
    /// knows what reaches them.
    func told(_ prose: Prose?) -> String? {
        prose.map {
            tell($0.node)
            return $0.text
        }
    }

    /// A sentence that leads to documentation elsewhere.
    func link(_ link: OpenAPI.Link?) -> String? {
        guard let link, let url = told(link.url) else { return nil }
        let target = Markdown.linked(url)
        return told(link.description).map { "See also: \(Markdown.ended($0)) \(target)" }
            ?? "See also \(target)."
    }

    func defaultValue(_ value: Prose?) -> String? {
        told(value).map { "The service's default is \(Markdown.code($0))." }
    }

    /// What a value has to be beyond its type, each a sentence.
    func demands(_ limits: [API.Limit], rules: [API.Rule]) -> [String] {
        [limits.sentence, sentence(rules)].compactMap(\.self)
    }

    /// What a value has to be where its type leaves open which of some it is, each a sentence.
    func demands(
        _ limits: [API.Limit],
        rules: [API.Rule],
        values: [API.Constant],
        of type: API.TypeReference,
    ) -> [String] {
        [values.sentence(of: type)].compactMap(\.self) + demands(limits, rules: rules)
    }
}
