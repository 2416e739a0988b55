import Foundation

/// What a page states about the next one: its URI, or the cursor itself.
struct PageLink {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The target of the link whose relation is `next` (RFC 8288, section 3).
    init?(next fields: [String]) {
        let links = fields.flatMap(Self.links)
        guard let next = links.first(where: { $0.relations.contains("next") }) else { return nil }
        text = next.target
    }

    /// The value that a query parameter has in the URI, or the text if it is no URI. `nil` if a URI has no such parameter.
    func cursor(_ name: String) -> String? {
        QueryValue.first(name, inQueryOf: text) ?? (isURI ? nil : text)
    }

    /// The value that a query parameter has in the URI.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` if the URI has no such parameter.
    func required(_ name: String) throws(APIError) -> String {
        if let value = QueryValue.first(name, inQueryOf: text) { return value }
        throw APIError(next: text, expected: "a URI with '\(name)' in its query")
    }

    private var isURI: Bool {
        text.contains("://") || text.hasPrefix("?") || text.hasPrefix("/") && text.contains("?")
    }

    private static func links(in field: String) -> [(target: String, relations: [String])] {
        var links: [(target: String, relations: [String])] = []
        var rest = field[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = String(rest[rest.index(after: open)..<close])
            let parameters = parameters(in: &rest, from: rest.index(after: close))
            let relations = parameters.first { $0.name == "rel" }?.value.split(separator: " ") ?? []
            links.append((target, relations.map { $0.lowercased() }))
        }
        return links
    }

    /// The parameters up to the next link, which is left in the text.
    private static func parameters(
        in text: inout Substring, from start: Substring.Index,
    ) -> [(name: String, value: String)] {
        var parts = [""]
        var isQuoted = false
        var index = start
        while index < text.endIndex, isQuoted || text[index] != "," {
            switch text[index] {
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted: parts.append("")
            default: parts[parts.count - 1].append(text[index])
            }
            index = text.index(after: index)
        }
        text = text[index...]
        return parts.map { part in
            let pair = part.split(separator: "=", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return (pair.first?.lowercased() ?? "", pair.count > 1 ? pair[1] : "")
        }
    }
}

extension APIError {
    /// The error for a page that cannot be followed.
    init(next text: String, expected: String) {
        let mismatch = Mismatch(
            path: "the next page", expected: expected, found: Redaction(secrets: []).cleaned(text),
            excerpt: "")
        let response = TransportResponse(head: HTTPResponse(status: .ok))
        self = .undecodable(
            UndecodableResponse(
                operation: "A page", response: response, names: ClientConfiguration.ResponseHeaders(),
                mismatch: mismatch, Redaction(secrets: [])))
    }
}
