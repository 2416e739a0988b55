import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    /// A Discriminator Object: the property that determines which schema of a union a value matches.
    struct Discriminator: Sendable {
        struct Entry: Sendable {
            let value: Located<String>
            let schema: Schema.ID
            /// The name of the schema, if it can be derived from the reference.
            let name: String?
        }

        let property: Located<String>
        /// The schemas by discriminator value. Values whose schema could not be resolved were reported and are omitted.
        let mapping: [Entry]
        /// The schema for values without a mapping (OpenAPI 3.2, `defaultMapping`).
        let fallback: Schema.ID?
    }
}

extension OpenAPI.Discriminator {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "discriminator") else { return nil }
        defer { decoder.finish(object) }
        let mapping = decoder.entries(object["mapping"], of: "mapping") { Entry($1, by: &$0) }
        let fallback = object["defaultMapping"].flatMap { MappedSchema($0, by: &decoder)?.id }
        guard let property = decoder.locatedText(decoder.required("propertyName", in: &object)) else {
            return nil
        }
        self.init(property: property, mapping: mapping, fallback: fallback)
    }
}

extension OpenAPI.Discriminator.Entry {
    fileprivate init?(_ entry: NamedNode, by decoder: inout SpecDecoder) {
        guard let value = entry.name.text, let schema = MappedSchema(entry.value, by: &decoder),
            let text = entry.value.text
        else { return nil }
        self.init(
            value: OpenAPI.Located(value: value, range: entry.name.range),
            schema: schema.id,
            name: text.contains("#") ? Reference(node: entry.value, text: text).targetName : text,
        )
    }
}

/// The schema of a mapping value, which is the name of a component or a reference. If it could be either, it is taken
/// as a name, as the standard recommends.
private struct MappedSchema {
    let id: OpenAPI.Schema.ID

    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard let text = decoder.text(node) else { return nil }
        let tables = Self.tables(around: node, references: decoder.references)
        let named = tables.lazy.compactMap { $0[text] }.first
        guard let target = named ?? Self.target(of: text, at: node, among: tables, by: &decoder) else {
            return nil
        }
        id = decoder.schemas.queue(target)
    }

    private static func target(
        of text: String,
        at node: Node,
        among tables: [Node],
        by decoder: inout SpecDecoder,
    ) -> Node? {
        guard text.contains(where: { "#/.".contains($0) }) else {
            let names = tables.flatMap { $0.entries.compactMap(\.key.text) }
            decoder.diagnostics.report(.mappingToNothing(text, at: node, among: names))
            return nil
        }
        let reference = Reference(node: node, text: text)
        guard !reference.isToOtherObject else {
            decoder.diagnostics.report(.referenceToOtherKind(reference, expected: "schema"))
            return nil
        }
        return decoder.target(of: reference)
    }

    /// The maps that may contain a schema by its bare name: the components of the same document, the same file if it is
    /// a plain map of schemas, and the components of the entry document.
    private static func tables(around node: Node, references: ReferenceResolver) -> [Node] {
        let own = references.root(around: node)
        let entry = references.documents.entry
        return [own?["components"]?["schemas"], own, entry?["components"]?["schemas"]].compactMap(\.self)
    }
}
