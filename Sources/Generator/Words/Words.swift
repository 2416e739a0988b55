import APIGenYAML

/// Describes an API in sentences of Markdown, for comments in any language or for documentation pages.
struct Words {
    let tell: (Node.ID) -> Void
    /// Returns the identifier of a declaration in the target language.
    let spelling: (API.Name) -> String
    private let descriptions: [API.TypeID: Prose]
    /// The URL that relative links are resolved against; `nil` if the document does not say where its readers find it.
    private let base: String?

    /// - Parameter tell: Called with each text of the document that is included in a description.
    init(
        _ api: API,
        spelling: @escaping (API.Name) -> String,
        tell: @escaping (Node.ID) -> Void = { _ in },
    ) {
        (self.spelling, self.tell) = (spelling, tell)
        descriptions = Dictionary(
            uniqueKeysWithValues: api.types.compactMap { type in type.description.map { (type.id, $0) } })
        base = api.externalDocs?.url.text
    }

    /// The text of `prose`, recorded as included in the output. Its texts are always read through this function, so
    /// that the coverage report knows which of them reach readers.
    func told(_ prose: Prose?) -> String? {
        prose.map {
            tell($0.node)
            return Markdown.inert(Markdown.resolvingLinks(in: $0.text, against: base))
        }
    }

    /// A text that is no Markdown, such as a URL or a value, for code, links and data.
    func quoted(_ prose: Prose?) -> String? {
        prose.map {
            tell($0.node)
            return $0.text
        }
    }

    /// The text of `prose`, or the description of the type if the text says nothing, such as "OK". Such a text counts
    /// as included, since the comment says all that it does.
    func told(_ prose: Prose?, about type: API.TypeReference?) -> String? {
        let text = told(prose)
        return prose?.saysNothing == false ? text : type.flatMap(introduction)
    }

    /// The first paragraph of a declared type's description.
    func introduction(of type: API.TypeReference) -> String? {
        switch type {
        case .named(let id): descriptions[id].flatMap { told($0)?.firstParagraph }
        case .nullable(let wrapped): introduction(of: wrapped)
        case .scalar, .array, .dictionary, .own: nil
        }
    }

    /// A sentence with a link to external documentation.
    func externalDocs(_ docs: OpenAPI.ExternalDocumentation?) -> String? {
        guard let docs, let url = quoted(docs.url) else { return nil }
        let target = Markdown.linked(url)
        return told(docs.description).map { "See also: \(Markdown.ended($0)) \(target)" }
            ?? "See also \(target)."
    }

    func defaultValue(_ value: Prose?) -> String? {
        quoted(value).map { "The service's default is \(Markdown.code($0))." }
    }

    /// Sentences about the constraints on a value beyond its type.
    func demands(_ limits: [API.Limit], rules: [API.Rule]) -> [String] {
        [limits.sentence, sentence(rules)].compactMap(\.self)
    }

    /// Sentences about the constraints on a value beyond its type, including the constants that it is limited to.
    func demands(
        _ limits: [API.Limit],
        rules: [API.Rule],
        values: [API.Constant],
        of type: API.TypeReference,
    ) -> [String] {
        [values.sentence(of: type)].compactMap(\.self) + demands(limits, rules: rules)
    }
}
