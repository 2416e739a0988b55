import YAML

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
