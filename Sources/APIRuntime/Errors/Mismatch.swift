import Foundation

/// Where a body differs from what was to be decoded, and how.
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

    init(_ error: any Error, in body: Data, _ redaction: Redaction) {
        let (keys, expected) = Self.expectation(error, in: body)
        let bytes = Array(body)
        let place = JSONCursor.locate(keys, in: bytes)
        path = JSONPath(keys).description
        self.expected = expected
        found = Self.found(place, in: bytes, redaction)
        excerpt = redaction.excerpt(of: bytes, around: place.range.lowerBound)
    }

    private static func found(_ place: JSONPlace, in bytes: [UInt8], _ redaction: Redaction) -> String {
        guard place.isFound, let first = bytes[place.range].first else { return "nothing" }
        switch first {
        case UInt8(ascii: "{"): return "an object"
        case UInt8(ascii: "["): return "an array"
        default:
            let text = redaction.text(bytes, in: place.range)
            return text.count <= 60 ? text : "\(text.prefix(60))…"
        }
    }

    private static func expectation(
        _ error: any Error, in body: Data,
    ) -> ([any CodingKey], expected: String) {
        switch error as? DecodingError {
        case .typeMismatch(let type, let context)?, .valueNotFound(let type, let context)?:
            (context.codingPath, Expectation.words(for: type))
        case .keyNotFound(let key, let context)?:
            (context.codingPath + [key], "a value, since the member is required")
        case .dataCorrupted(let context)?:
            (context.codingPath, words(for: context, in: body))
        default:
            ([], "a body that decodes")
        }
    }

    private static func words(for context: DecodingError.Context, in body: Data) -> String {
        if let expectation = context.underlyingError as? Expectation { return expectation.words }
        // Foundation names the type only in its text for people.
        let known = ["UUID": "a UUID", "URL": "a URL", "Base64": "text in Base64"]
        for (part, words) in known where context.debugDescription.contains(part) { return words }
        if !context.codingPath.isEmpty { return "another value" }
        // Of a number that its type cannot hold, Foundation says that it is no JSON.
        return (try? JSONCoding.decode(JSONValue.self, from: body)) == nil ? "JSON" : "numbers that fit"
    }
}
