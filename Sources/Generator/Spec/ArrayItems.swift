import APIGenSourceText
import APIGenYAML

/// The items of an array schema. All items of a tuple share one Swift type: the one that their schemas have in common,
/// or a union of them. Up to 2019-09, the item schemas of a tuple are in `items`, and `additionalItems` describes the
/// rest.
struct ArrayItems {
    let schema: OpenAPI.Schema.ID?
    /// A short description of each tuple item, in order.
    let positions: [Prose?]
    let maxItems: OpenAPI.Located<Int>?

    init(
        in object: inout ObjectFields,
        atMost limit: OpenAPI.Located<Int>?,
        by decoder: inout SpecDecoder,
    ) {
        var (prefix, rest) = (object[.prefixItems], object[.items])
        if rest?.kind == .sequence { (prefix, rest) = (rest, object[.additionalItems]) }
        let isClosed = rest?.scalar == .bool(false)
        let others = isClosed ? nil : rest.flatMap { decoder.schema($0) }
        let first = prefix.map { decoder.list($0, of: "schemas") { $0.schema($1) } } ?? []
        positions = prefix?.elements.map { Prose(ofItem: $0) } ?? []
        if isClosed, let range = (prefix ?? rest)?.range {
            let most = min(first.count, limit?.value ?? first.count)
            maxItems = OpenAPI.Located(value: most, range: range)
        } else {
            maxItems = limit
        }
        let isFull = maxItems.map { $0.value <= first.count } ?? false
        if let prefix {
            // Without a schema for the items after the prefix, and without an end to the array, any JSON may follow.
            let isTold = others != nil || isFull
            schema = isTold ? decoder.choice(of: first + [others].compactMap(\.self), at: prefix) : nil
        } else {
            schema = others
        }
    }
}

extension Prose {
    /// A short description of a tuple item: its title, description, constant, type or reference; `nil` if there is
    /// none.
    fileprivate init?(ofItem node: Node) {
        let words = node["title"] ?? node["description"] ?? node["const"] ?? node["type"]
        if let words, let text = words.text {
            self.init(text: text, node: words.id)
        } else if let reference = node["$ref"], let name = reference.text?.split(separator: "/").last {
            self.init(text: String(name), node: reference.id)
        } else {
            return nil
        }
    }
}

extension SpecDecoder {
    /// One schema that stands for all of `schemas`: an `anyOf` if there are several.
    mutating func choice(of schemas: [OpenAPI.Schema.ID], at node: Node) -> OpenAPI.Schema.ID? {
        self.schemas.choice(of: schemas, at: node, scope: scopes.current)
    }
}
