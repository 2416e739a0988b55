/// The types of values without parts, and of those whose parts no type tells: the types that the standard library and
/// the runtime have.
enum ScalarType: Hashable, Sendable, CaseIterable {
    case string, boolean, integer, number, date, dateTime, uuid, url, data, json
    /// An integer of 64 bits without a sign.
    case unsignedInteger
    /// A number to the last decimal.
    case decimal
    /// Bytes in the alphabet of Base64 that is safe in URLs.
    case base64URL
    /// Raw bytes. Where there is no place for them, as inside JSON, a text.
    case binary
    /// Raw bytes with a name and a media type: a part of a multipart body.
    case file
    /// An event of a stream, as it came.
    case serverSentEvent
}

extension ScalarType {
    /// A row of the table of scalars.
    struct Facts: Sendable {
        /// What its values are in JSON; `nil` where they may be anything.
        let type: SchemaType?
        let word: String
        /// The formats that make a value of `type` one of this scalar (OpenAPI Format Registry).
        var formats: [String] = []
        /// The formats that say no more than `type` does.
        var plainFormats: [String] = []
        /// The `contentEncoding` that does what the formats do.
        var encoding: String?
        /// The more a type of numbers leaves out, the narrower it is.
        var narrowness = 0
        /// What its texts look like; `nil` where any text is one.
        var form: TextForm?
    }

    var facts: Facts {
        switch self {
        case .string: Facts(type: .string, word: "string")
        case .boolean: Facts(type: .boolean, word: "boolean")
        case .integer:
            Facts(type: .integer, word: "integer", plainFormats: ["int32", "int64"], narrowness: 2)
        case .unsignedInteger:
            Facts(type: .integer, word: "unsigned integer", formats: ["uint64"], narrowness: 3)
        case .number: Facts(type: .number, word: "number", plainFormats: ["float", "double"])
        case .decimal: Facts(type: .number, word: "decimal", formats: ["decimal"], narrowness: 1)
        case .date: Facts(type: .string, word: "date", formats: ["date"], form: .date)
        case .dateTime: Facts(type: .string, word: "date time", formats: ["date-time"], form: .dateTime)
        case .uuid: Facts(type: .string, word: "uuid", formats: ["uuid"], form: .uuid)
        case .url: Facts(type: .string, word: "url", formats: ["uri", "url"], form: .url)
        case .data:
            Facts(type: .string, word: "data", formats: ["byte"], encoding: "base64", form: .base64)
        case .base64URL:
            Facts(
                type: .string, word: "base64 URL", formats: ["base64url"], encoding: "base64url",
                form: .base64)
        case .binary: Facts(type: .string, word: "binary", formats: ["binary"])
        case .file: Facts(type: .string, word: "file")
        case .serverSentEvent: Facts(type: nil, word: "serverSentEvent")
        case .json: Facts(type: nil, word: "any")
        }
    }

    /// The format of texts that no description may show. It makes no type.
    static let secretFormat = "password"
}

extension ScalarType {
    /// The scalar that a format makes of a type; `nil` if it makes none.
    init?(format: String, of type: SchemaType) {
        let scalar = Self.allCases.first { scalar in
            let facts = scalar.facts
            return facts.type == type && facts.formats.contains(format)
        }
        guard let scalar else { return nil }
        self = scalar
    }

    /// The scalar of texts that stand for bytes (JSON Schema 2020-12, validation, section 8.3).
    init?(encoding: String) {
        let name = encoding.lowercased()
        guard let scalar = Self.allCases.first(where: { $0.facts.encoding == name }) else { return nil }
        self = scalar
    }

    var isNumber: Bool { facts.type == .integer || facts.type == .number }
    var isText: Bool { facts.type == .string }

    /// Whether a format is one of numbers, with a type of its own or without.
    static func isOfNumbers(_ format: String) -> Bool {
        allCases.contains { scalar in
            let facts = scalar.facts
            return scalar.isNumber && (facts.formats + facts.plainFormats).contains(format)
        }
    }
}
