import YAML

/// A format that a document without `openapi` is in, as its first words tell.
struct OtherFormat {
    let name: String
    /// What to do about it, if there is something.
    let advice: String?
    /// The word that tells.
    let key: Node

    /// `nil` where the document says that it is OpenAPI, or looks like it.
    init?(of root: Node) {
        guard root["openapi"] == nil else { return nil }
        if let entry = root.entries.first(where: { Self.names[$0.key.text ?? ""] != nil }) {
            name = Self.names[entry.key.text ?? ""] ?? ""
            advice = entry.key.text == "swagger" ? "convert it, as editor.swagger.io does" : nil
            key = entry.key
        } else {
            guard Self.contents.allSatisfy({ root[$0] == nil }) else { return nil }
            (name, advice, key) = ("no OpenAPI document: it has neither 'openapi' nor 'paths'", nil, root)
        }
    }

    /// What an OpenAPI document has at least one of.
    static let contents = ["paths", "components", "webhooks"]

    private static let names = [
        "swagger": "Swagger 2.0, which came before OpenAPI 3.0",
        "asyncapi": "AsyncAPI",
        "arazzo": "an Arazzo description",
        "overlay": "an OpenAPI Overlay, which '--overlay' takes beside a document",
        "$schema": "a JSON Schema",
    ]
}
