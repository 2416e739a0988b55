package import Foundation

/// A parsed JSON text (RFC 8259): its values in document order, each with its range of bytes.
///
/// Numbers and strings are decoded from the bytes on demand, so that nothing is rounded.
package final class JSONDocument: Sendable {
    /// A value, or the name of a member, which precedes the member's value.
    struct Node {
        enum Kind: UInt8 {
            case object, array, null, `true`, `false`
            /// A number without a fraction and without an exponent.
            case integer
            /// Any other number.
            case number
            /// A string or a name without escapes.
            case plainString
            /// A string or a name with escapes.
            case escapedString
        }

        let kind: Kind
        /// The range of bytes; of a string, without its quotes.
        let start: Int
        var end: Int
        /// The index of the next node that is not a descendant.
        var next: Int
    }

    /// The number of nodes between two checks of the deadline.
    static let nodesBetweenLooks = 4096

    let bytes: [UInt8]
    let nodes: [Node]
    /// How strictly the text is checked against the document.
    let reading: AnswerReading
    /// The deadline of parsing and decoding.
    let deadline: Deadline

    /// Parses UTF-8. A leading byte order mark is ignored.
    ///
    /// - Throws: ``JSONSyntaxError``
    package convenience init(_ text: Data) throws { try self.init(text, reading: .lenient) }

    /// - Throws: ``JSONSyntaxError``, or the error of the deadline.
    init(_ text: Data, reading: AnswerReading, deadline: Deadline = .none) throws {
        bytes = [UInt8](text)
        nodes = try JSONParser.nodes(of: bytes, deadline)
        self.reading = reading
        self.deadline = deadline
    }

    /// Checks the deadline once every ``nodesBetweenLooks`` nodes, which is negligible. Smaller texts are decoded
    /// without a check.
    func checkDeadline(at node: Int) throws {
        if node > 0, node.isMultiple(of: Self.nodesBetweenLooks) { try deadline.check() }
    }
}

/// The error for invalid JSON.
struct JSONSyntaxError: Error {
    /// The offset of the first invalid byte.
    let offset: Int
    /// What was expected, in words.
    var expected = "JSON"
}

extension JSONDocument {
    /// The range of a value, including the quotes of a string.
    func range(of node: Int) -> Range<Int> {
        let (start, end) = (nodes[node].start, nodes[node].end)
        switch nodes[node].kind {
        case .plainString, .escapedString: return start - 1..<end + 1
        case .object, .array, .null, .true, .false, .integer, .number: return start..<end
        }
    }

    /// The text of a number, a string or a name.
    func text(of node: Int) -> String {
        let slice = bytes[nodes[node].start..<nodes[node].end]
        return nodes[node].kind == .escapedString
            ? JSONEscapes.unescaped(slice) : String(decoding: slice, as: UTF8.self)
    }

    /// Whether a string or a name consists of these code points. Canonically equivalent strings differ.
    func hasText(_ text: String, at node: Int) -> Bool {
        let (start, end) = (nodes[node].start, nodes[node].end)
        if nodes[node].kind == .escapedString { return self.text(of: node).isExactly(text) }
        guard text.utf8.count == end - start else { return false }
        return bytes[start..<end].elementsEqual(text.utf8)
    }

    /// The nodes of the items of an array.
    func items(of array: Int) -> [Int] {
        var items: [Int] = []
        var node = array + 1
        while node < nodes[array].next {
            items.append(node)
            node = nodes[node].next
        }
        return items
    }

    func decoder(at node: Int, log: DepartureLog = DepartureLog()) -> JSONNodeDecoder {
        JSONNodeDecoder(document: self, node: node, log: log)
    }

    /// The path from the root to a value.
    func path(to node: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var container = 0
        while container < node {
            let isObject = nodes[container].kind == .object
            var (child, index) = (container + 1, 0)
            while nodes[child].next <= node {
                child = nodes[child].next
                index += 1
            }
            path.append(isObject ? FieldName(text(of: child - 1)) : ItemIndex(index))
            container = child
        }
        return path
    }

    /// The paths from the root to some values, found in one pass.
    func paths(to wanted: [Int]) -> [Int: [any CodingKey]] {
        let wanted = Set(wanted).sorted()
        var paths: [Int: [any CodingKey]] = [:]
        var next = wanted.startIndex
        func visit(_ node: Int, _ path: [any CodingKey]) {
            if next < wanted.endIndex, wanted[next] == node {
                paths[node] = path
                next += 1
            }
            let isObject = nodes[node].kind == .object
            guard isObject || nodes[node].kind == .array else { return }
            var (child, index) = (node + 1, 0)
            while next < wanted.endIndex, child < nodes[node].next {
                let value = isObject ? child + 1 : child
                if wanted[next] < nodes[value].next {
                    visit(value, path + [isObject ? FieldName(text(of: child)) : ItemIndex(index)])
                }
                child = nodes[value].next
                index += 1
            }
        }
        visit(0, [])
        return paths
    }

    /// The value at a path, or its innermost existing ancestor.
    func find(_ path: [any CodingKey]) -> (node: Int, isFound: Bool) {
        var node = 0
        for key in path {
            let isItem = nodes[node].kind == .array
            let child =
                isItem
                ? key.index.flatMap { items(of: node).dropFirst($0).first }
                : JSONObject(decoder(at: node))?[key.stringValue]
            guard let child else { return (node, false) }
            node = child
        }
        return (node, true)
    }
}

/// The coding key of an item of an array.
struct ItemIndex: CodingKey {
    let position: Int

    init(_ position: Int) { self.position = position }
    init?(intValue: Int) { position = intValue }
    init?(stringValue: String) { nil }

    var intValue: Int? { position }
    /// As Foundation's coders name it, which distinguishes an index from a numeric name.
    var stringValue: String { "Index \(position)" }
}
