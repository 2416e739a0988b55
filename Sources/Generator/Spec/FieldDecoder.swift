import APIGenSourceText
import APIGenYAML

/// Decodes the fields of objects. Missing, invalid and unknown fields are reported, and decoding continues.
protocol FieldDecoder {
    var diagnostics: Diagnostics { get set }
    var record: DecodingRecord { get set }
}

/// The key and the value of an entry in a map of named objects.
typealias NamedNode = (name: Node, value: Node)

// MARK: - Objects

extension FieldDecoder {
    /// The fields of a mapping, or `nil` after a diagnostic for other nodes. An empty node is an object without fields.
    mutating func object(_ node: Node, as kind: String) -> ObjectFields? {
        guard node.kind == .mapping || node.isNull else {
            diagnostics.report(.wrongKind(node, expected: "a mapping (\(kind))"))
            return nil
        }
        return ObjectFields(node: node, kind: kind)
    }

    /// A required field, whose absence is reported.
    mutating func required(_ name: String, in object: inout ObjectFields) -> Node? {
        let value = object[name]
        if value == nil { diagnostics.report(.missingField(name, of: object)) }
        return value
    }

    /// Reports the fields that were not read.
    mutating func finish(_ object: ObjectFields) {
        for key in record.note(object) {
            let isSlip = key.text.map { $0.hasPrefix("x-") && !ObjectFields.extensions.contains($0) } ?? false
            diagnostics.report(
                isSlip
                    ? .unknownExtension(key, like: ObjectFields.extensions) : .unknownField(key, in: object))
        }
    }

    /// Reports fields of the standard that the generator does not support, so that they are not silently ignored.
    mutating func refuse(_ names: String..., in object: inout ObjectFields) {
        for name in names where object[name] != nil {
            diagnostics.report(.unsupportedField(name, in: object))
        }
    }
}

// MARK: - Values

extension FieldDecoder {
    /// A string: any scalar but null, as written, so that `version: 1.10` keeps its zero.
    mutating func text(_ node: Node?) -> String? {
        node.flatMap { $0.text(diagnostics: &diagnostics) }
    }

    mutating func locatedText(_ node: Node?) -> OpenAPI.Located<String>? {
        guard let node, let text = text(node) else { return nil }
        return OpenAPI.Located(value: text, range: node.range)
    }

    mutating func locatedTexts(_ node: Node?, of kind: String) -> [OpenAPI.Located<String>] {
        list(node, of: kind) { $0.locatedText($1) }
    }

    mutating func prose(_ node: Node?) -> Prose? {
        guard let node, let text = text(node) else { return nil }
        record.note(node, as: .dropped)
        return Prose(text: text, node: node.id)
    }

    mutating func boolean(_ node: Node?) -> Bool? {
        guard let node else { return nil }
        guard case .bool(let value)? = node.scalar else {
            diagnostics.report(.wrongKind(node, expected: "true or false"))
            return nil
        }
        return value
    }

    mutating func number(_ node: Node?) -> OpenAPI.Located<ExactNumber>? {
        guard let node else { return nil }
        let number: ExactNumber
        switch node.scalar {
        case .integer(let value): number = ExactNumber(Double(value), text: "\(value)")
        case .number(let value) where value.isFinite: number = ExactNumber(value, text: node.text)
        default:
            diagnostics.report(.wrongKind(node, expected: "a finite number"))
            return nil
        }
        return OpenAPI.Located(value: number, range: node.range)
    }

    /// A non-negative integer.
    mutating func count(_ node: Node?) -> OpenAPI.Located<Int>? {
        guard let node else { return nil }
        let count: Int? =
            switch node.scalar {
            case .integer(let value)?: value
            // Any number without a fraction is an integer (JSON Schema 2020-12, section 4.2.3).
            case .number(let value)?: Int(exactly: value)
            default: nil
            }
        guard let count, count >= 0 else {
            diagnostics.report(.wrongKind(node, expected: "a whole number of at least 0"))
            return nil
        }
        return OpenAPI.Located(value: count, range: node.range)
    }

    /// A string that must be one of a few values. `kind` describes them in diagnostics.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ node: Node?,
        of type: Choice.Type = Choice.self,
        as kind: String,
    ) -> Choice? {
        guard let node, let text = text(node) else { return nil }
        let choice = Choice(rawValue: text)
        if choice == nil {
            let known = Choice.allCases.map(\.rawValue)
            diagnostics.report(.unknownValue(text, at: node, as: kind, among: known))
        }
        return choice
    }
}

extension Node {
    /// The string at the node, or `nil` after a diagnostic if there is none.
    func text(diagnostics: inout Diagnostics) -> String? {
        guard let text, !isNull else {
            diagnostics.report(.wrongKind(self, expected: "a text"))
            return nil
        }
        return text
    }
}

// MARK: - Collections

extension FieldDecoder {
    /// The decoded elements of a sequence, which is empty if absent.
    mutating func list<Element>(
        _ node: Node?,
        of kind: String,
        decode: (inout Self, Node) -> Element?,
    ) -> [Element] {
        guard let node else { return [] }
        guard node.kind == .sequence else {
            diagnostics.report(.wrongKind(node, expected: "a sequence (\(kind))"))
            return []
        }
        return node.elements.compactMap { decode(&self, $0) }
    }

    /// The decoded entries of a map of named objects, which may also have extensions.
    mutating func extensibleEntries<Element>(
        _ node: Node?,
        of kind: String,
        decode: (inout Self, NamedNode) -> Element?,
    ) -> [Element] {
        guard let node, var object = object(node, as: kind) else { return [] }
        defer { finish(object) }
        return object.entries().compactMap { decode(&self, ($0.key, $0.value)) }
    }

    /// The decoded entries of a map of named objects, in document order; empty if absent.
    mutating func entries<Element>(
        _ node: Node?,
        of kind: String,
        decode: (inout Self, NamedNode) -> Element?,
    ) -> [Element] {
        guard let node else { return [] }
        guard node.kind == .mapping else {
            diagnostics.report(.wrongKind(node, expected: "a mapping (\(kind))"))
            return []
        }
        return node.entries.compactMap { decode(&self, ($0.key, $0.value)) }
    }
}
