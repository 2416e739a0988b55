import SourceText
import YAML

extension OpenAPI {
    /// A Discriminator Object: the property that tells which of several schemas a value follows.
    struct Discriminator: Sendable {
        struct Entry: Sendable {
            let value: Located<String>
            let schema: Schema.ID
            /// The name of the schema, if its place gives it one.
            let name: String?
        }

        let property: Located<String>
        /// Which values stand for which schemas; values that lead nowhere have been reported and left out.
        let mapping: [Entry]
        /// The schema of values that nothing else is known of (OpenAPI 3.2, `defaultMapping`).
        let fallback: Schema.ID?
    }
}

extension SpecDecoder {
    mutating func discriminator(_ node: Node?) -> OpenAPI.Discriminator? {
        guard let node, var object = object(node, "discriminator") else { return nil }
        defer { finish(object) }
        let mapping = entries(object["mapping"], "mapping") { decoder, entry in
            decoder.mappingEntry(entry)
        }
        let fallback = object["defaultMapping"].flatMap { mappedSchema($0) }
        guard let property = locatedText(required("propertyName", in: &object)) else { return nil }
        return OpenAPI.Discriminator(property: property, mapping: mapping, fallback: fallback)
    }

    private mutating func mappingEntry(_ entry: NamedNode) -> OpenAPI.Discriminator.Entry? {
        guard let value = entry.name.text, let schema = mappedSchema(entry.value),
            let text = entry.value.text
        else { return nil }
        return OpenAPI.Discriminator.Entry(
            value: OpenAPI.Located(value: value, range: entry.name.range),
            schema: schema,
            name: text.contains("#") ? Reference(node: entry.value, text: text).targetName : text,
        )
    }

    /// The schema that a value of a mapping means: the name of a component, or else a reference. The standard leaves
    /// open which of the two comes first; names do, as it recommends.
    private mutating func mappedSchema(_ node: Node) -> OpenAPI.Schema.ID? {
        guard let text = text(node) else { return nil }
        let target = namedSchema(text, besides: node) ?? referredSchema(text, at: node)
        return target.map { queue($0) }
    }

    private func namedSchema(_ name: String, besides node: Node) -> Node? {
        schemaTables(besides: node).lazy.compactMap { $0[name] }.first
    }

    private mutating func referredSchema(_ text: String, at node: Node) -> Node? {
        guard text.contains(where: { "#/.".contains($0) }) else {
            let names = schemaTables(besides: node).flatMap { $0.entries.compactMap(\.key.text) }
            diagnostics.report(.mappingToNothing(node, text, among: names))
            return nil
        }
        return target(of: Reference(node: node, text: text))
    }

    /// Where a bare name may stand: among the components of its own document, in its own file if that is a plain
    /// list of schemas, or among the components of the document that everything starts from.
    private func schemaTables(besides node: Node) -> [Node] {
        let own = documents.knownRoot(of: documents.path(of: node.document))
        return [own?["components"]?["schemas"], own, documents.entry?["components"]?["schemas"]]
            .compactMap(\.self)
    }
}
