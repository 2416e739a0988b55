/// The doc comment of an operation.
extension SwiftPresenter {
    private static let indent = 4

    func doc(of operation: API.Operation) -> DocComment {
        var doc = DocComment(operation.summary.map(DocComment.ended), indent: Self.indent)
        doc.add("`\(operation.verb) \(operation.path)`", indent: Self.indent)
        doc.add(operation.description, indent: Self.indent)
        doc.add(streamWords(operation), indent: Self.indent)
        if !operation.result.redirects.isEmpty {
            doc.add("A redirect is the answer, and is not followed.", indent: Self.indent)
        }
        if let server = operation.server {
            let condition = "unless the client has a server that the document does not name"
            doc.add("Goes to `\(server.url)`, \(condition).", indent: Self.indent)
        }
        doc.addBlankLine()
        addParameters(of: operation, to: &doc)
        addResult(of: operation, to: &doc)
        let needs = [operation.permissions?.words, API.Scopes.sentence(operation.scopes)].compactMap(\.self)
        if !needs.isEmpty { doc.addItem("Requires:", DocComment.joined(needs), indent: Self.indent) }
        doc.addItem("Throws:", throwsWords(of: operation), indent: Self.indent)
        return doc
    }

    private func addParameters(of operation: API.Operation, to doc: inout DocComment) {
        guard !operation.parameters.isEmpty || operation.body != nil else { return }
        doc.addLine("- Parameters:")
        for parameter in operation.parameters {
            doc.addItem("\(parameter.name.text):", words(parameter, operation), depth: 1, indent: Self.indent)
        }
        if let body = operation.body {
            doc.addItem("body:", words(body), depth: 1, indent: Self.indent)
            if body.takesMediaType { addContentType(of: body, to: &doc) }
        }
    }

    private func words(_ body: API.Body) -> String {
        var sentences = [body.description ?? "What to send."]
        if body.choiceName == nil, let limits = body.contents.first.flatMap({ API.Limit.sentence($0.limits) })
        {
            sentences.append(limits)
        }
        if !body.others.isEmpty, let sent = body.contents.first?.mediaTypeWords {
            let others = DocComment.list(body.others.map { "`\($0)`" }, "and")
            sentences.append("Goes out as \(sent); the service takes \(others), too.")
        }
        return DocComment.joined(sentences)
    }

    private func addContentType(of body: API.Body, to doc: inout DocComment) {
        let words = body.contents.first?.mediaTypeWords ?? ""
        doc.addItem("contentType:", "The media type of the body: \(words).", depth: 1, indent: Self.indent)
    }

    private func words(_ parameter: API.Parameter, _ operation: API.Operation) -> String {
        var sentences = [parameter.description ?? "The parameter `\(parameter.wireName)`."]
        sentences += [
            API.Constant.sentence(parameter.values, parameter.type), API.Limit.sentence(parameter.limits),
        ].compactMap(\.self)
        if let value = parameter.defaultValue { sentences.append("The service's default is `\(value)`.") }
        sentences += operation.rules.compactMap { $0.words(for: parameter) }
        if parameter.isDeprecated { sentences.append("Deprecated.") }
        return DocComment.joined(sentences)
    }

    private func addResult(of operation: API.Operation, to doc: inout DocComment) {
        let result = operation.result
        if let stream = result.stream {
            let words = "\(stream.description ?? "What the service sends.") Comes as a stream, item by item."
            doc.addItem("Returns:", words + headerWords(result, "in its `headers`"), indent: Self.indent)
            return
        }
        let headers = headerWords(result, "in the response of ``ServiceClient/withResponse(_:)``")
        let limits = API.Limit.sentence(result.limits)
        let fallback =
            "A body that is no string in JSON comes as the text that it is; one that is no text either is in the `body` of ``APIError/undecodable(_:)``."
        let sentences = [
            result.description ?? (result.isJSONText ? "What the service sends." : nil), limits,
            result.isJSONText ? fallback : nil,
        ].compactMap(\.self)
        if !result.types.isEmpty, !sentences.isEmpty {
            let words = DocComment.joined(sentences)
            let text = headers.isEmpty ? words : DocComment.ended(words) + headers
            doc.addItem("Returns:", text, indent: Self.indent)
        } else if !headers.isEmpty {
            doc.addItem("Answers:", String(headers.dropFirst()), indent: Self.indent)
        }
    }

    private func headerWords(_ result: API.Result, _ place: String) -> String {
        guard !result.headers.isEmpty else { return "" }
        let (noun, verb) = result.headers.count == 1 ? ("header", "is") : ("headers", "are")
        let names = DocComment.list(result.headers.map { "`\($0)`" }, "and")
        return " The \(noun) \(names) \(verb) \(place)."
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

extension DocComment {
    /// Sentences in one paragraph. The first may be a text of the document: where that has several paragraphs, or
    /// a list, the others stand below it.
    static func joined(_ sentences: [String]) -> String {
        guard let first = sentences.first, sentences.count > 1 else { return sentences.first ?? "" }
        let isLong = first.contains("\n\n") || first.contains("\n-") || first.contains("\n*")
        return ended(first) + (isLong ? "\n\n" : " ") + sentences.dropFirst().joined(separator: " ")
    }

    /// A text with a full stop, unless it ends in a mark of its own.
    static func ended(_ text: String) -> String {
        let text = text.trimmingTrailingBlanks
        guard let last = text.last else { return text }
        return last.isLetter || last.isNumber || ")`'\"".contains(last) ? text + "." : text
    }

    /// As in `a, b or c`.
    static func list(_ items: [String], _ conjunction: String) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}

extension API.Permissions {
    fileprivate var words: String {
        func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
        switch self {
        case .any(let names):
            return names.count == 1
                ? "The permission \(list(names))." : "One of the permissions \(list(names))."
        case .all(let names):
            return names.count == 1 ? "The permission \(list(names))." : "The permissions \(list(names))."
        case .none: return "No permission."
        }
    }
}

extension API.Scopes {
    private var words: String {
        "the scope\(names.count == 1 ? "" : "s") \(names.map { "`\($0)`" }.joined(separator: ", ")) of `\(scheme)`"
    }

    /// A sentence about alternatives; `nil` if there are none.
    fileprivate static func sentence(_ alternatives: [[API.Scopes]]) -> String? {
        let words = alternatives.map { $0.map(\.words).joined(separator: " and ") }
        let text = DocComment.list(words, "or")
        return text.isEmpty ? nil : text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}

extension API.ParameterRule {
    fileprivate func words(for parameter: API.Parameter) -> String? {
        switch self {
        case .requires(let trigger, let others) where trigger.wireName == parameter.wireName:
            "Requires \(Self.names(others))."
        case .excludes(let trigger, let others) where trigger.wireName == parameter.wireName:
            "Excludes \(Self.names(others))."
        case .requires, .excludes: nil
        }
    }

    private static func names(_ parameters: [API.Parameter]) -> String {
        parameters.map { "`\($0.name.text)`" }.joined(separator: ", ")
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
}
