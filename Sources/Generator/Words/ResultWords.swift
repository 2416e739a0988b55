/// Descriptions of the responses of an operation.
extension Words {
    /// The description of one case of a result.
    func result(_ value: API.ResultChoice.Case) -> String {
        let text = told(value.description, about: value.type) ?? ""
        let accept = value.sharesStatus ? value.accept : []
        let types = Markdown.list(accept.map(Markdown.code), with: .or)
        let key = "Status \(value.status.words)" + (types.isEmpty ? "" : " as \(types)")
        let status = key + (text.isEmpty ? "." : ": \(text)")
        return Markdown.joined([status] + demands(value.limits, rules: value.rules))
    }

    /// The sentences about a streamed response.
    func stream(_ stream: API.Stream) -> [String] {
        let demands = demands(stream.limits, rules: stream.rules)
        let description = told(stream.description, about: nil)
        let unit = stream.format == .bytes ? "chunk" : "item"
        return [description, "Streamed \(unit) by \(unit)."].compactMap(\.self)
            + (demands.isEmpty ? [] : ["Each item:"] + demands)
    }

    /// The header's name with its type and whether it is required, and the header's description.
    func header(_ header: API.Header) -> (name: String, description: String) {
        let facts = [header.type, header.isRequired ? "always present" : nil].compactMap(\.self)
        let name = Markdown.code(header.name) + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
        return (name, told(header.description) ?? "")
    }
}

// MARK: - Access

extension Words {
    /// The permissions and scopes that a caller needs; `nil` if there are none.
    func needs(of operation: API.Operation) -> String? {
        let needs = [operation.permissions?.words, sentence(operation.scopes)].compactMap(\.self)
        return needs.isEmpty ? nil : Markdown.joined(needs)
    }

    /// A sentence that lists alternative sets of scopes; `nil` if there are none.
    private func sentence(_ alternatives: [[API.Scopes]]) -> String? {
        let words = alternatives.map { $0.map(phrase).joined(separator: " and ") }
        let text = Markdown.list(words, with: .or)
        return text.isEmpty ? nil : Markdown.sentence(text)
    }

    private func phrase(_ scopes: API.Scopes) -> String {
        let names = scopes.names.compactMap(quoted)
        return
            "the scope\(names.count == 1 ? "" : "s") \(Markdown.names(names)) of \(Markdown.code(scopes.scheme))"
    }
}

extension API.Permissions {
    fileprivate var words: String {
        switch self {
        case .any(let names):
            names.count == 1
                ? "The permission \(Markdown.names(names))."
                : "One of the permissions \(Markdown.names(names))."
        case .all(let names):
            names.count == 1
                ? "The permission \(Markdown.names(names))." : "The permissions \(Markdown.names(names))."
        case .none: "No permission."
        }
    }
}
