import APIGenSourceText
import APIGenYAML

/// Required properties that the service omits nonetheless: `optional` of `gen.yaml`.
struct OptionalProperties: DocumentPatch {
    struct Entry: Sendable {
        /// The name of a schema in `components`.
        let schema: Node
        let properties: [Node]
    }

    let file: FileID
    let extends: OpenAPI.Located<String>? = nil
    let entries: [Entry]

    func applied(to root: Node, diagnostics: inout Diagnostics) -> Node {
        entries.reduce(root) { root, entry in
            let draft = entry.draft(changing: root, diagnostics: &diagnostics)
            return draft?.document(replacing: root, diagnostics: &diagnostics) ?? root
        }
    }
}

extension OptionalProperties.Entry {
    /// The document with the properties removed from `required` of the schema; `nil` if the schema does not exist.
    fileprivate func draft(changing root: Node, diagnostics: inout Diagnostics) -> Draft? {
        let schemas = root["components"]?["schemas"]
        let name = schema.text ?? ""
        guard let components = root["components"], let schemas, let target = schemas[name] else {
            let names = schemas?.entries.compactMap(\.key.text) ?? []
            diagnostics.report(.noSuchSchema(name, among: names, at: schema))
            return nil
        }
        guard let required = target["required"], required.kind == .sequence else {
            for property in properties { diagnostics.report(.notRequired(property, of: name, among: [])) }
            return nil
        }
        let names = required.elements.compactMap(\.text)
        for property in properties where !names.contains(where: { $0 == property.text }) {
            diagnostics.report(.notRequired(property, of: name, among: names))
        }
        let left = required.elements.filter { element in !properties.contains { $0.text == element.text } }
        return root.replacing("components") {
            components.replacing("schemas") {
                schemas.replacing(name) {
                    target.replacing("required") { .sequence(left.map { .node($0) }, at: required) }
                }
            }
        }
    }
}

extension Node {
    fileprivate func replacing(_ name: String, by value: () -> Draft) -> Draft {
        .mapping(entries.map { ($0.key, $0.key.text == name ? value() : .node($0.value)) }, at: self)
    }
}
