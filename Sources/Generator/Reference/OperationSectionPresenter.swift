/// Presents an operation on the page of its group.
struct OperationSectionPresenter {
    let operation: API.Operation
    let group: API.Group
    let snippets: SnippetPresenter
    let links: TypeLinks

    private var api: API { snippets.api }
    private var names: Names { snippets.names }
    private var words: Words { snippets.words }

    var http: String { Markdown.code("\(operation.verb) \(operation.path)") }
    var summary: String? { words.told(operation.summary).map { Markdown.ended($0) } }

    var view: OperationSectionView {
        let presented = OperationPresenter(
            operation: operation, group: group, api: api, names: names, words: words
        ).view
        return OperationSectionView(
            name: names[operation.name].text,
            signature: Self.signature(of: presented),
            summary: summary.map(ReferenceText.cell).flatMap { $0.isEmpty ? nil : $0 },
            description: description,
            http: http,
            isDeprecated: operation.isDeprecated,
            access: access,
            examples: OperationSnippets(operation: operation, group: group, snippets: snippets).views,
            parameters: operation.parameters.map(row),
            body: operation.body.map(section),
            responses: responses,
            headers: headers,
            answer: answer,
            result: result,
        )
    }

    /// The declaration, on several lines if it is long.
    private static func signature(of view: OperationView) -> [String] {
        let end = " async throws(APIError)" + (view.result.map { " -> \($0)" } ?? "")
        let line = "func \(view.name)(\(view.parameters.joined(separator: ", ")))\(end)"
        guard line.count > SnippetPresenter.width, !view.parameters.isEmpty else { return [line] }
        return ["func \(view.name)("] + view.parameters.map { "    \($0)," } + [")\(end)"]
    }

    private var description: [String] {
        let server = operation.server.map { server in
            "Sent to \(Markdown.code(server.url)), unless the client uses a server that the document does not list."
        }
        let streams = StreamPresenter(operation: operation, api: api, names: names).words
        let texts = [
            words.told(operation.description), streams, server, words.externalDocs(operation.externalDocs),
        ]
        let linkTexts = operation.links.map { link in
            let text = words.link(link, by: link.method.map { "\(names[$0].text)(_:)" })
            return "Link \(link.title): \(text)"
        }
        return Array((texts + linkTexts).compactMap(\.self).map(ReferenceText.lines).joined(separator: [""]))
    }

    /// What a caller has to have.
    private var access: [FactView] {
        let alternatives = operation.security ?? api.security
        let credentials =
            alternatives.isEmpty
            ? [] : [FactView(name: "Credentials", text: words.credentials(alternatives) + ".")]
        let needs = words.needs(of: operation).map { [FactView(name: "Requires", text: $0)] } ?? []
        return credentials + needs
    }
}

// MARK: - The request

extension OperationSectionPresenter {
    private func row(_ parameter: API.Parameter) -> RowView {
        let place = "\(parameter.location.rawValue) \(Markdown.code(parameter.wireName))"
        let facts =
            [parameter.isRequired ? "required" : "optional", place]
            + (parameter.isDeprecated ? ["deprecated"] : [])
        return RowView(
            names[parameter.name].text, type: links.link(parameter.type).cell,
            description: ReferenceText.cell(words.parameter(parameter, rules: operation.rules)),
            notes: ReferenceText.cell(facts.joined(separator: ", ")))
    }

    private func section(_ body: API.Body) -> BodySectionView {
        let contents = body.contents.map { content in
            RowView(
                content.mediaTypeWords.cell,
                type: content.isWritten ? links.link(content.type).cell : "`any HTTPBody`",
                description: ReferenceText.cell(
                    Markdown.joined(words.demands(content.limits, rules: content.rules))))
        }
        let others = body.others.map { RowView(Markdown.code($0).cell, type: "the same") }
        let presence = body.isRequired ? "Required." : "Optional."
        return BodySectionView(
            description: ReferenceText.lines(
                Markdown.joined([words.told(body.description), presence].compactMap(\.self))),
            contents: contents + others, examples: examples(of: body))
    }

    private func examples(of body: API.Body) -> [CodeView] {
        guard let content = body.contents.first(where: { $0.isShownAsJSON }) else { return [] }
        let sizes: [(ExampleMaker.Size, String)] = [
            (.required, "What is required"), (.complete, "Everything"),
        ]
        let views = sizes.compactMap { size, title -> CodeView? in
            snippets.example(of: content.type, by: content.demands, size).map { example in
                CodeView(title: title, language: "json", lines: example.json(of: api.types).lines)
            }
        }
        guard let first = views.first, let last = views.last, views.count > 1 else { return views }
        return first.lines == last.lines ? [last] : views
    }
}

extension API.Content {
    fileprivate var isShownAsJSON: Bool {
        switch form {
        case .json: true
        case .form, .multipart, .text, .bytes: false
        }
    }
}

// MARK: - The response

extension OperationSectionPresenter {
    private var result: String {
        if let stream = operation.result.stream {
            return "A stream of \(links.link(stream.item))."
        }
        if let choice = operation.result.choice { return Markdown.code(names[choice.name].text) }
        return operation.result.type.map(links.link) ?? "Nothing."
    }

    private var responses: [RowView] {
        successes
            + operation.failureNotes.map { note in
                let type = operation.failures.first { $0.status.title == note.status.title }?.type
                return RowView(
                    note.status.title, type: type.map { links.link($0).cell } ?? "",
                    description: ReferenceText.cell(words.told(note.description)))
            }
    }

    private var successes: [RowView] {
        let result = operation.result
        if let choice = result.choice {
            return choice.cases.map { value in
                RowView(
                    value.status.title, type: value.type.map { links.link($0).cell } ?? "",
                    description: ReferenceText.cell(words.result(value)))
            }
        }
        let description =
            words.told(result.description ?? result.stream?.description, about: nil).map { [$0] } ?? []
        let demands = words.demands(result.limits, rules: result.rules)
        let type = (result.stream?.item ?? result.type).map { links.link($0).cell } ?? ""
        return result.statuses.map { status in
            RowView(
                status.title, type: type,
                description: ReferenceText.cell(Markdown.joined(description + demands)))
        }
    }

    private var headers: [RowView] {
        let all =
            [("", operation.result.headers)] + operation.failureNotes.map { ($0.status.title, $0.headers) }
        return all.flatMap { status, headers in
            headers.map { header in
                let (name, description) = words.header(header)
                return RowView(
                    name.cell, type: links.link(header.valueType).cell,
                    description: ReferenceText.cell(description), notes: status)
            }
        }
    }

    /// A response as JSON.
    private var answer: CodeView? {
        let result = operation.result
        guard let type = result.stream?.item ?? result.type ?? result.choice?.cases.first?.type,
            type.isShownAsJSON
        else { return nil }
        let demands = result.choice?.cases.first?.demands ?? result.demands
        return snippets.example(of: type, by: demands, .complete, travelling: [.received]).map { example in
            CodeView(title: "", language: "json", lines: example.json(of: api.types).lines)
        }
    }
}

extension API.TypeReference {
    /// Whether values come as JSON, and not as bytes or text.
    fileprivate var isShownAsJSON: Bool {
        switch self {
        case .scalar(.data), .scalar(.string), .scalar(.file), .scalar(.binary), .scalar(.serverSentEvent):
            false
        case .nullable(let wrapped): wrapped.isShownAsJSON
        case .scalar, .array, .dictionary, .named, .own: true
        }
    }
}

extension String {
    /// The Markdown in a cell of a table.
    var cell: String { replacing("|", with: "\\|") }
}
