package import Foundation

/// A JSON text (RFC 8259) that has been read: its values in the order of the text, each with its place in the bytes.
///
/// Numbers and strings stay in the bytes until somebody asks for them, so that nothing is rounded on the way.
package final class JSONDocument: Sendable {
    /// A value, or the name of a member, which stands before the member's value.
    struct Node {
        enum Kind: UInt8 {
            case object, array, null, `true`, `false`
            /// A number without a fraction and without an exponent.
            case integer
            /// Any other number.
            case number
            /// A string, or a name, whose bytes are its text.
            case plainString
            /// A string, or a name, with escapes.
            case escapedString
        }

        let kind: Kind
        /// The bytes; of a string, those between its quotes.
        let start: Int
        var end: Int
        /// The index of the node behind everything in this one.
        var next: Int
    }

    /// How many nodes are read or decoded between two looks at the clock.
    static let nodesBetweenLooks = 4096

    let bytes: [UInt8]
    let nodes: [Node]
    /// What may differ from the document.
    let reading: AnswerReading
    /// When reading and decoding have to end.
    let deadline: Deadline

    /// Reads a text in UTF-8. A byte order mark in front of it is ignored.
    ///
    /// - Throws: ``JSONSyntaxError``
    package convenience init(_ text: Data) throws { try self.init(text, reading: .lenient) }

    /// - Throws: ``JSONSyntaxError``, or what ends a call at its deadline.
    init(_ text: Data, reading: AnswerReading, deadline: Deadline = .none) throws {
        bytes = [UInt8](text)
        nodes = try JSONParser.nodes(of: bytes, deadline)
        self.reading = reading
        self.deadline = deadline
    }

    /// Looks at the clock once in some thousand nodes, which costs nothing beside them. What is smaller is decoded
    /// whenever it came: it takes no time.
    func checkDeadline(at node: Int) throws {
        if node > 0, node.isMultiple(of: Self.nodesBetweenLooks) { try deadline.check() }
    }
}

/// Why bytes are no JSON.
struct JSONSyntaxError: Error {
    /// The index of the first byte that does not fit.
    let offset: Int
    /// What should be there, in words.
    var expected = "JSON"
}

extension JSONDocument {
    /// The bytes of a value, a string with its quotes.
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

    /// Whether a string or a name has exactly this text. Canonically equivalent ones differ.
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

    /// The way from the whole text to a value.
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

    /// The ways from the whole text to some values, found in one pass.
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

    /// The value at the end of a path, or the innermost one on the way to it that exists.
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

/// The place of an item in a list.
struct ItemIndex: CodingKey {
    let position: Int

    init(_ position: Int) { self.position = position }
    init?(intValue: Int) { position = intValue }
    init?(stringValue: String) { nil }

    var intValue: Int? { position }
    /// As Foundation's own coders name it, which tells an index from a name made of digits.
    var stringValue: String { "Index \(position)" }
}
