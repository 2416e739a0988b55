/// The doc comment of an operation.
extension SwiftPresenter {
    static let indent = 4

    func doc(of operation: API.Operation) -> DocComment {
        var doc = DocComment(told(operation.summary).map(DocComment.ended), indent: Self.indent)
        doc.add("`\(operation.verb) \(operation.path)`", indent: Self.indent)
        doc.add(told(operation.description), indent: Self.indent)
        doc.add(words(operation.link), indent: Self.indent)
        doc.add(streamWords(operation), indent: Self.indent)
        if !operation.result.redirects.isEmpty {
            doc.add("A redirect is the answer, and is not followed.", indent: Self.indent)
        }
        if let server = operation.server {
            let condition = "unless the client has a server that the document does not name"
            doc.add("Goes to `\(server.url)`, \(condition).", indent: Self.indent)
            doc.add(told(server.description), indent: Self.indent)
        }
        doc.addBlankLine()
        addParameters(of: operation, to: &doc)
        addResult(of: operation, to: &doc)
        let needs = [operation.permissions?.words, sentence(operation.scopes)].compactMap(\.self)
        if !needs.isEmpty { doc.addItem("Requires:", DocComment.joined(needs), indent: Self.indent) }
        addFailures(of: operation, to: &doc)
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
        var sentences = [told(body.description) ?? "What to send."]
        if body.choiceName == nil, let content = body.contents.first { sentences += words(content) }
        if !body.others.isEmpty, let sent = body.contents.first?.mediaTypeWords {
            let others = DocComment.list(body.others.map { "`\($0)`" }, "and")
            sentences.append("Goes out as \(sent); the service takes \(others), too.")
        }
        return DocComment.joined(sentences)
    }

    /// What a content has to meet.
    func words(_ content: API.Content) -> [String] {
        [API.Limit.sentence(content.limits), sentence(content.rules)].compactMap(\.self)
    }

    private func addContentType(of body: API.Body, to doc: inout DocComment) {
        let words = body.contents.first?.mediaTypeWords ?? ""
        doc.addItem("contentType:", "The media type of the body: \(words).", depth: 1, indent: Self.indent)
    }

    private func words(_ parameter: API.Parameter, _ operation: API.Operation) -> String {
        var sentences = [told(parameter.description) ?? "The parameter `\(parameter.wireName)`."]
        sentences += [
            API.Constant.sentence(parameter.values, parameter.type), API.Limit.sentence(parameter.limits),
            sentence(parameter.rules),
        ].compactMap(\.self)
        if let value = told(parameter.defaultValue) {
            sentences.append("The service's default is \(DocComment.code(value)).")
        }
        sentences += operation.rules.compactMap { $0.words(for: parameter) }
        if parameter.isDeprecated { sentences.append("Deprecated.") }
        return DocComment.joined(sentences)
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

extension SwiftPresenter {
    private func words(_ scopes: API.Scopes) -> String {
        let names = scopes.names.compactMap(told).map { "`\($0)`" }
        return
            "the scope\(names.count == 1 ? "" : "s") \(names.joined(separator: ", ")) of `\(scopes.scheme)`"
    }

    /// A sentence about alternatives; `nil` if there are none.
    private func sentence(_ alternatives: [[API.Scopes]]) -> String? {
        let words = alternatives.map { $0.map(self.words).joined(separator: " and ") }
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
