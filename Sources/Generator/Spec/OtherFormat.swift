import APIGenYAML

/// The format of a document that is not an OpenAPI document, recognized by a top-level key such as `swagger`.
struct OtherFormat {
    let name: String
    /// How to obtain an OpenAPI document, if there is a way.
    let advice: String?
    /// The key by which the format was recognized.
    let key: Node

    /// Returns `nil` if the document is an OpenAPI document or looks like one.
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

    /// The fields of which an OpenAPI document has at least one.
    static let contents = ["paths", "components", "webhooks"]

    private static let names = [
        "swagger": "Swagger 2.0, which came before OpenAPI 3.0",
        "asyncapi": "AsyncAPI",
        "arazzo": "an Arazzo description",
        "overlay": "an OpenAPI Overlay, which '--overlay' takes beside a document",
        "$schema": "a JSON Schema",
    ]
}
