/// The types of values without declared parts, which are types of the standard library and the runtime.
enum ScalarType: Hashable, Sendable, CaseIterable {
    case string, boolean, integer, number, date, dateTime, uuid, url, data, json
    /// An unsigned 64-bit integer.
    case unsignedInteger
    /// An exact decimal number.
    case decimal
    /// Bytes in the URL-safe Base64 alphabet.
    case base64URL
    /// Raw bytes, or a string where raw bytes cannot occur, such as inside JSON.
    case binary
    /// Raw bytes with a name and a media type: a part of a multipart body.
    case file
    /// A server-sent event, without decoding its data.
    case serverSentEvent
}

extension ScalarType {
    /// The properties of a scalar type.
    struct Facts: Sendable {
        /// The JSON type of its values; `nil` if it may be any.
        let type: SchemaType?
        let word: String
        /// The formats of `type` that select this scalar (OpenAPI Format Registry).
        var formats: [String] = []
        /// The formats that add nothing to `type`.
        var plainFormats: [String] = []
        /// The `contentEncoding` equivalent to the formats.
        var encoding: String?
        /// The rank among number types: a type that allows fewer numbers has a greater value.
        var narrowness = 0
        /// The form of its strings; `nil` if any string is valid.
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

    /// The format of strings that descriptions must not reveal. It does not select a scalar.
    static let secretFormat = "password"

    /// The formats of strings that the runtime can assert (JSON Schema 2020-12, validation, section 7.3).
    static let assertedFormats: Set<String> = [
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "ipv4", "ipv6", "uri",
        "uri-reference", "iri", "iri-reference", "uri-template", "uuid", "json-pointer",
        "relative-json-pointer", "regex", "byte",
    ]
}

extension ScalarType {
    /// The scalar that a format selects for a type; `nil` if there is none.
    init?(format: String, of type: SchemaType) {
        let scalar = Self.allCases.first { scalar in
            let facts = scalar.facts
            return facts.type == type && facts.formats.contains(format)
        }
        guard let scalar else { return nil }
        self = scalar
    }

    /// The scalar of strings that encode bytes (JSON Schema 2020-12, validation, section 8.3).
    init?(encoding: String) {
        let name = encoding.lowercased()
        guard let scalar = Self.allCases.first(where: { $0.facts.encoding == name }) else { return nil }
        self = scalar
    }

    var isNumber: Bool { facts.type == .integer || facts.type == .number }
    var isText: Bool { facts.type == .string }

    /// Whether a format is for numbers, whether or not it selects a type.
    static func isOfNumbers(_ format: String) -> Bool {
        allCases.contains { scalar in
            let facts = scalar.facts
            return scalar.isNumber && (facts.formats + facts.plainFormats).contains(format)
        }
    }
}
