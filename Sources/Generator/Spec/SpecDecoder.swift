import SourceText
import YAML

/// Decodes the objects of a document from its nodes. It reports what is missing, of the wrong kind or unknown,
/// and carries on with the rest.
struct SpecDecoder {
    var documents: DocumentSet
    /// The version of the standard that the document is written in, without its leading 3.
    var minorVersion = 1
    var diagnostics: Diagnostics
    /// References that are being resolved, so that one that needs itself ends.
    var openReferences: Set<Node.ID> = []
    /// Every schema decoded so far. Schemas may refer to themselves, so that they stand in a table.
    var schemas = OpenAPI.Schemas()
    /// Schemas referred to and not decoded yet: a queue instead of recursion, since chains of references may be
    /// longer than the stack.
    var pendingSchemas: [(node: Node, scope: Int)] = []
    /// What dynamic references mean in the schema that is being decoded: the number of one of the scopes.
    var scope = 0
    var scopes = DynamicScopes()
    /// The values that the document gives for schemas.
    var examples: [(value: Node, schema: OpenAPI.Schema.ID)] = []
    /// The patterns met so far, and whether the runtime can check them.
    var checkablePatterns: [String: Bool] = [:]
    var record = DecodingRecord()

    init(documents: DocumentSet, diagnostics: Diagnostics) {
        self.documents = documents
        self.diagnostics = diagnostics
    }
}

/// The key and the value of a mapping that stands for named things.
typealias NamedNode = (name: Node, value: Node)

// MARK: - Objects

extension SpecDecoder {
    /// The fields of a mapping, or a report that the node is none. An empty node is an object without fields.
    mutating func object(_ node: Node, _ kind: String) -> ObjectFields? {
        guard node.kind == .mapping || node.scalar == .null else {
            diagnostics.report(.wrongKind(node, expected: "a mapping (\(kind))"))
            return nil
        }
        return ObjectFields(node: node, kind: kind)
    }

    /// A field that the standard requires.
    mutating func required(_ name: String, in object: inout ObjectFields) -> Node? {
        let value = object[name]
        if value == nil { diagnostics.report(.missingField(name, of: object)) }
        return value
    }

    /// Reports the fields that nobody asked for.
    mutating func finish(_ object: ObjectFields) {
        record.note(object)
        for key in object.unknown {
            let isSlip = key.text.map { $0.hasPrefix("x-") && !ObjectFields.extensions.contains($0) } ?? false
            diagnostics.report(
                isSlip
                    ? .unknownExtension(key, like: ObjectFields.extensions) : .unknownField(key, in: object))
        }
    }

    /// Reports the fields that the standard has and we make nothing of: they must not vanish in silence.
    mutating func refuse(_ names: String..., in object: inout ObjectFields) {
        for name in names where object[name] != nil {
            diagnostics.report(.unsupportedField(name, in: object))
        }
    }

    mutating func swiftName(_ object: inout ObjectFields) -> OpenAPI.SwiftName? {
        guard let node = object["x-swift-name"], let text = text(node) else { return nil }
        return OpenAPI.SwiftName(text: text, range: node.range)
    }
}

// MARK: - Values

extension SpecDecoder {
    /// A text: any scalar but null, as it is written, so that `version: 1.10` keeps its zero.
    mutating func text(_ node: Node?) -> String? {
        guard let node else { return nil }
        guard let text = node.text, node.scalar != .null else {
            diagnostics.report(.wrongKind(node, expected: "a text"))
            return nil
        }
        return text
    }

    mutating func locatedText(_ node: Node?) -> OpenAPI.Located<String>? {
        guard let node, let text = text(node) else { return nil }
        return OpenAPI.Located(value: text, range: node.range)
    }

    mutating func boolean(_ node: Node?) -> Bool? {
        guard let node else { return nil }
        guard case .bool(let value)? = node.scalar else {
            diagnostics.report(.wrongKind(node, expected: "true or false"))
            return nil
        }
        return value
    }

    mutating func number(_ node: Node?) -> ExactNumber? {
        guard let node else { return nil }
        switch node.scalar {
        case .integer(let value): return ExactNumber(Double(value), text: "\(value)")
        case .number(let value) where value.isFinite:
            return ExactNumber(value, text: node.text)
        default:
            diagnostics.report(.wrongKind(node, expected: "a number"))
            return nil
        }
    }

    /// A count: a whole number that is not negative.
    mutating func count(_ node: Node?) -> Int? {
        guard let node else { return nil }
        switch node.scalar {
        case .integer(let value)? where value >= 0: return value
        // Any number without a fraction is an integer (JSON Schema 2020-12, section 4.2.3).
        case .number(let value)? where value >= 0 && Int(exactly: value) != nil: return Int(exactly: value)
        default:
            diagnostics.report(.wrongKind(node, expected: "a whole number of at least 0"))
            return nil
        }
    }

    /// The elements of a sequence, each decoded; an absent sequence is empty.
    mutating func list<Element>(
        _ node: Node?,
        _ kind: String,
        _ decode: (inout SpecDecoder, Node) -> Element?,
    ) -> [Element] {
        guard let node else { return [] }
        guard node.kind == .sequence else {
            diagnostics.report(.wrongKind(node, expected: "a sequence (\(kind))"))
            return []
        }
        return node.elements.compactMap { decode(&self, $0) }
    }

    /// The entries of an object that holds things under their names, and may have extensions beside them.
    mutating func extensibleEntries<Element>(
        _ node: Node?,
        _ kind: String,
        _ decode: (inout SpecDecoder, NamedNode) -> Element?,
    ) -> [Element] {
        guard let node, var object = object(node, kind) else { return [] }
        defer { finish(object) }
        return object.entries().compactMap { decode(&self, ($0.key, $0.value)) }
    }

    /// The entries of a mapping whose keys are names, in document order; an absent mapping is empty.
    mutating func entries<Element>(
        _ node: Node?,
        _ kind: String,
        _ decode: (inout SpecDecoder, NamedNode) -> Element?,
    ) -> [Element] {
        guard let node else { return [] }
        guard node.kind == .mapping else {
            diagnostics.report(.wrongKind(node, expected: "a mapping (\(kind))"))
            return []
        }
        return node.entries.compactMap { decode(&self, ($0.key, $0.value)) }
    }
}
