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

/// The schema that a value of a mapping means: the name of a component, or else a reference. The standard leaves
/// open which of the two comes first; names do, as it recommends.
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

    /// Where a bare name may stand: among the components of its own document, in its own file if that is a plain
    /// list of schemas, or among the components of the document that everything starts from.
    private static func tables(around node: Node, references: ReferenceResolver) -> [Node] {
        let own = references.root(around: node)
        let entry = references.documents.entry
        return [own?["components"]?["schemas"], own, entry?["components"]?["schemas"]].compactMap(\.self)
    }
}
