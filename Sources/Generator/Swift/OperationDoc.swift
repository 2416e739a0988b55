/// The doc comment of an operation.
struct OperationDoc {
    let operation: API.Operation
    let names: Names
    let words: Words
    /// The sentences about a streamed response.
    let streamWords: String?
    /// The lines of a call.
    let example: [String]

    var comment: DocComment {
        var doc = introduction
        if !example.isEmpty {
            doc.addBlankLine()
            for line in ["```swift"] + example + ["```"] { doc.addLine(line) }
        }
        doc.addBlankLine()
        addParameters(to: &doc)
        addResult(to: &doc)
        addLinks(to: &doc)
        if let needs = words.needs(of: operation) { doc.addItem("Requires:", text: needs) }
        addFailures(to: &doc)
        return doc
    }

    private var introduction: DocComment {
        var doc = DocComment(words.told(operation.summary).map(Markdown.ended))
        doc.add(Markdown.code("\(operation.verb) \(operation.path)"))
        doc.add(words.told(operation.description))
        doc.add(words.externalDocs(operation.externalDocs))
        doc.add(streamWords)
        if !operation.result.redirects.isEmpty { doc.add("Redirects are returned, not followed.") }
        if let server = operation.server {
            let condition = "unless the client uses a server that the document does not list"
            doc.add("Sent to \(Markdown.code(server.url)), \(condition).")
            doc.add(words.told(server.description))
        }
        return doc
    }

    private func addParameters(to doc: inout DocComment) {
        let all =
            operation.parameters.map { parameter in
                (
                    name: names[parameter.name].documented,
                    text: words.parameter(parameter, rules: operation.rules), place: parameter.place
                )
            } + (operation.body.map(body) ?? [])
        guard all.contains(where: { !$0.text.isEmpty }) else { return }
        doc.addLine("- Parameters:")
        // DocC asks for the others where some are described.
        for item in all {
            doc.addItem(
                "\(item.name):", text: item.text.isEmpty ? item.place : item.text, depth: 1)
        }
    }

    private func body(_ body: API.Body) -> [(name: String, text: String, place: String)] {
        let place = "The body of the request."
        return [("body", words.body(body), place)]
            + (body.takesMediaType ? [("contentType", words.contentType(of: body), place)] : [])
    }
}

// MARK: - Results and errors

extension OperationDoc {
    private func addResult(to doc: inout DocComment) {
        let result = operation.result
        if let stream = result.stream {
            let sentences = words.stream(stream)
            add("Returns:", sentences: sentences, headers: result.headers, in: "in its `headers`", to: &doc)
            return
        }
        let place = "in the response of `withResponse(_:)`"
        let sentences = sentences(on: result)
        guard !sentences.isEmpty || !result.headers.isEmpty else { return }
        let label = sentences.isEmpty ? "Response:" : "Returns:"
        add(label, sentences: sentences, headers: result.headers, in: place, to: &doc)
    }

    private func sentences(on result: API.Result) -> [String] {
        guard !result.types.isEmpty else { return [] }
        let fallback =
            "A body that is not a JSON string is returned as plain text; one that is not text is in the `body` of `APIError.undecodable`."
        let description =
            words.told(result.description, about: result.types.count == 1 ? result.types[0] : nil)
            ?? (result.isJSONText ? "The response body." : nil)
        return [description].compactMap(\.self) + words.demands(result.limits, rules: result.rules)
            + (result.isJSONText ? [fallback] : [])
    }

    /// Adds a list item about a result, with a nested list of its headers.
    private func add(
        _ label: String,
        sentences: [String],
        headers: [API.Header],
        in place: String,
        to doc: inout DocComment,
    ) {
        let words = headers.count == 1 ? "The header is \(place):" : "The headers are \(place):"
        let all = headers.isEmpty ? sentences : sentences + [words]
        doc.addItem(label, text: Markdown.joined(all))
        add(headers, depth: 1, to: &doc)
    }

    /// Adds an item for the calls that the response leads to, with a nested list of them.
    private func addLinks(to doc: inout DocComment) {
        guard !operation.links.isEmpty else { return }
        doc.addItem("Links:", text: "The calls that responses lead to.")
        for link in operation.links {
            let text = words.link(link, by: link.method.map { "\(names[$0].text)(_:)" })
            doc.addItem("\(link.title):", text: text, marker: "*", depth: 1)
        }
    }

    private func add(_ headers: [API.Header], depth: Int, to doc: inout DocComment) {
        for (name, description) in headers.map(words.header) {
            let label = description.isEmpty ? name : name + ":"
            doc.addItem(label, text: description, marker: "*", depth: depth)
        }
    }

    /// Adds the item for errors, with a nested list of the documented failure status codes.
    private func addFailures(to doc: inout DocComment) {
        doc.addItem("Throws:", text: throwsWords)
        for note in operation.failureNotes {
            let description = words.told(note.description)?.trimmingTrailingBlanks ?? ""
            guard !description.isEmpty || !note.headers.isEmpty else { continue }
            doc.addItem("\(note.status.title):", text: description, marker: "*", depth: 1)
            add(note.headers, depth: 2, to: &doc)
        }
    }

    private var throwsWords: String {
        guard let first = operation.failures.first else { return "`APIError`." }
        if operation.failures.count == 1, case .other = first.status {
            return "`APIError`. The body of a failure is \(link(first.type))."
        }
        var seen: Set<API.TypeReference> = []
        let types = operation.failures.map(\.type).filter { seen.insert($0).inserted }
        let bodies = types.map { type in
            let statuses = operation.failures.filter { $0.type == type }.map(\.status.words)
            return "\(link(type)) with status \(Markdown.list(statuses, with: .or))"
        }
        return "`APIError`. The body of a failure is \(Markdown.list(bodies, with: .and))."
    }

    /// A link to the type if the module declares it, or else its name as code.
    private func link(_ type: API.TypeReference) -> String {
        let name = names.type(type)
        guard case .named = type else { return "`\(name)`" }
        return "``\(name.replacing(".", with: "/"))``"
    }
}
