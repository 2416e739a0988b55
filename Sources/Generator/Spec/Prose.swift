import YAML

/// A text of a document for its readers. It knows where it stands, so that it can be observed whether it reaches
/// anybody.
struct Prose: Hashable, Sendable {
    let text: String
    let node: Node.ID

    /// Texts that say the same are the same, wherever they stand.
    static func == (left: Prose, right: Prose) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension SpecDecoder {
    mutating func prose(_ node: Node?) -> Prose? {
        guard let node, let text = text(node) else { return nil }
        return Prose(text: text, node: node.id)
    }

    mutating func externalDocs(_ node: Node?) -> OpenAPI.Link? {
        guard let node, var object = object(node, "external documentation") else { return nil }
        defer { finish(object) }
        let description = prose(object["description"])
        return prose(required("url", in: &object)).map { OpenAPI.Link(url: $0, description: description) }
    }
}
