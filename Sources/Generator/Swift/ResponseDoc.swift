/// What may come back, in the doc comment of an operation.
extension SwiftPresenter {
    func addResult(of operation: API.Operation, to doc: inout DocComment) {
        let result = operation.result
        if let stream = result.stream {
            let words = told(stream.description) ?? "What the service sends."
            let demands = [API.Limit.sentence(stream.limits), sentence(stream.rules)].compactMap(\.self)
            let items = demands.isEmpty ? [] : ["Of each item:"] + demands
            add(
                "Returns:", [words, "Comes as a stream, item by item."] + items, result.headers,
                "in its `headers`", to: &doc)
            return
        }
        let limits = API.Limit.sentence(result.limits)
        let place = "in the response of ``ServiceClient/withResponse(_:)``"
        guard !result.types.isEmpty else {
            if !result.headers.isEmpty { add("Answers:", [], result.headers, place, to: &doc) }
            return
        }
        let fallback =
            "A body that is no string in JSON comes as the text that it is; one that is no text either is in the `body` of ``APIError/undecodable(_:)``."
        let sentences = [
            told(result.description) ?? (result.isJSONText ? "What the service sends." : nil), limits,
            sentence(result.rules), result.isJSONText ? fallback : nil,
        ].compactMap(\.self)
        let isSilent = sentences.isEmpty && result.headers.isEmpty
        if !isSilent {
            add(sentences.isEmpty ? "Answers:" : "Returns:", sentences, result.headers, place, to: &doc)
        }
    }

    /// An entry of what comes, with its headers below it.
    private func add(
        _ label: String,
        _ sentences: [String],
        _ headers: [API.Header],
        _ place: String,
        to doc: inout DocComment,
    ) {
        let words = headers.count == 1 ? "The header is \(place):" : "The headers are \(place):"
        let all = headers.isEmpty ? sentences : sentences + [words]
        doc.addItem(label, DocComment.joined(all), indent: Self.indent)
        add(headers, depth: 1, to: &doc)
    }

    private func add(_ headers: [API.Header], depth: Int, to doc: inout DocComment) {
        for header in headers {
            let facts = [header.type, header.isRequired ? "always there" : nil].compactMap(\.self)
            let name = "`\(header.name)`" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
            let description = told(header.description) ?? ""
            let label = description.isEmpty ? name : name + ":"
            doc.addItem(label, description, marker: "*", depth: depth, indent: Self.indent)
        }
    }

    /// The type of failures with their bodies, and below it what the document says of their statuses.
    func addFailures(of operation: API.Operation, to doc: inout DocComment) {
        doc.addItem("Throws:", throwsWords(of: operation), indent: Self.indent)
        for note in operation.failureNotes {
            let description = told(note.description)?.trimmingTrailingBlanks ?? ""
            guard !description.isEmpty || !note.headers.isEmpty else { continue }
            doc.addItem("\(note.status.title):", description, marker: "*", depth: 1, indent: Self.indent)
            add(note.headers, depth: 2, to: &doc)
        }
    }

    /// A type that the module declares is a link.
    private func link(_ type: API.TypeReference) -> String {
        let name = types.name(of: type)
        guard case .named = type else { return "`\(name)`" }
        return "``\(name)``"
    }

    private func throwsWords(of operation: API.Operation) -> String {
        guard let first = operation.failures.first else { return "``APIError``." }
        if operation.failures.count == 1, case .other = first.status {
            return "``APIError``. The body of a failure is \(link(first.type))."
        }
        var seen: Set<API.TypeReference> = []
        let types = operation.failures.map(\.type).filter { seen.insert($0).inserted }
        let bodies = types.map { type in
            let statuses = operation.failures.filter { $0.type == type }.map(\.status.words)
            return "\(link(type)) with status \(DocComment.list(statuses, "or"))"
        }
        return "``APIError``. The body of a failure is \(DocComment.list(bodies, "and"))."
    }
}

extension API.Failure.Status {
    var words: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)00 to \(hundred)99"
        case .other: "any other"
        }
    }

    fileprivate var title: String {
        switch self {
        case .code, .range: words
        case .other: "Any other status"
        }
    }
}
