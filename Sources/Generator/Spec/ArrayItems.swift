import SourceText
import YAML

/// What an array holds. The items of a tuple are of one type in Swift: the one that they have in common, or a choice
/// between theirs. Up to 2019-09 they stood in `items`, and what follows them in `additionalItems`.
struct ArrayItems {
    let schema: OpenAPI.Schema.ID?
    /// What the items of a tuple are, in order.
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
            // What follows the items that are told one by one may be anything.
            let isTold = others != nil || isFull
            schema = isTold ? decoder.choice(of: first + [others].compactMap(\.self), at: prefix) : nil
        } else {
            schema = others
        }
    }
}

extension Prose {
    /// A few words of the document on an item of a tuple; `nil` if it says nothing.
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
    /// One schema for what may follow any of several.
    mutating func choice(of schemas: [OpenAPI.Schema.ID], at node: Node) -> OpenAPI.Schema.ID? {
        self.schemas.choice(of: schemas, at: node, scope: scopes.current)
    }
}
