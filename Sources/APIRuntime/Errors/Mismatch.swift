import Foundation

/// The place where a body differs from the type to decode, and how.
struct Mismatch {
    let path: String
    let expected: String
    let found: String
    let excerpt: String

    init(path: String, expected: String, found: String, excerpt: String) {
        self.path = path
        self.expected = expected
        self.found = found
        self.excerpt = excerpt
    }

    init(_ error: any Error, in body: Data, redaction: Redaction) {
        let bytes = Array(body)
        let (keys, expected) = Self.expectation(error)
        let (range, isFound) = Self.place(of: error, keys: keys, in: body)
        path = redaction.cleaned(JSONPath(keys).description)
        self.expected = expected
        found = isFound ? Self.found(at: range, in: bytes, redaction: redaction) : "nothing"
        let offset = (error as? JSONSyntaxError)?.offset ?? range.lowerBound
        excerpt = redaction.excerpt(of: bytes, around: offset)
    }

    /// The range of the value, or of its innermost existing ancestor; in invalid JSON, that of the first value.
    private static func place(
        of error: any Error, keys: [any CodingKey], in body: Data,
    ) -> (range: Range<Int>, isFound: Bool) {
        guard let document = try? JSONDocument(body) else {
            let bytes = Array(body)
            let start = bytes.firstIndex { !" \t\r\n".utf8.contains($0) } ?? bytes.count
            let range = start..<JSONExtent.endOfValue(in: bytes, from: start)
            return (range, !range.isEmpty)
        }
        let (node, isFound) = document.find(keys)
        return (document.range(of: node), isFound)
    }

    private static func found(at range: Range<Int>, in bytes: [UInt8], redaction: Redaction) -> String {
        switch bytes[range].first {
        case UInt8(ascii: "{"): return "an object"
        case UInt8(ascii: "["): return "an array"
        default:
            let text = redaction.text(bytes, in: range)
            return text.count <= 60 ? text : "\(text.prefix(60))…"
        }
    }

    private static func expectation(_ error: any Error) -> ([any CodingKey], expected: String) {
        switch error {
        case let error as JSONSyntaxError:
            ([], error.expected)
        case let error as DecodingError:
            (error.expectation.path + [error.expectation.member].compactMap(\.self), error.expectation.words)
        default:
            ([], "a body that decodes")
        }
    }
}
