import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    struct RequestBody: Sendable {
        let node: Node
        let description: Prose?
        let isRequired: Bool
        let content: [MediaType]
        let range: SourceRange
    }

    struct MediaType: Sendable {
        let node: Node
        let name: Located<String>
        let schema: Schema.ID?
        /// The schema of each item of a sequence, such as JSON lines (since 3.2).
        let itemSchema: Located<Schema.ID>?
        let encodings: [Encoding]
    }

    struct Response: Sendable {
        /// The status codes that a response applies to: one code, a range such as `2XX`, or `default`.
        enum Status: Hashable, Sendable {
            case code(Int)
            case range(Int)
            case other
        }

        let node: Node
        let status: Status
        let description: Prose?
        let headers: [Header]
        let content: [MediaType]
        let links: [Link]
        let range: SourceRange
    }
}

extension OpenAPI.Response.Status {
    /// The key in a Responses Object.
    var word: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .other: "default"
        }
    }

    /// - Parameter text: The key in a Responses Object, in upper case.
    fileprivate init?(_ text: String) {
        if text == "DEFAULT" {
            self = .other
        } else if let code = Int(text), (100...599).contains(code) {
            self = .code(code)
        } else if text.count == 3, text.hasSuffix("XX"), let hundred = Int(text.prefix(1)),
            (1...5).contains(hundred)
        {
            self = .range(hundred)
        } else {
            return nil
        }
    }
}

extension OpenAPI.RequestBody {
    init?(_ reference: Node, by decoder: inout SpecDecoder) {
        guard let followed = decoder.follow(reference),
            var object = decoder.object(followed.node, as: "request body")
        else { return nil }
        defer { decoder.finish(object) }
        let description = decoder.prose(object["description"])
        self.init(
            node: followed.node,
            description: followed.description ?? description,
            isRequired: decoder.boolean(object["required"]) ?? false,
            content: OpenAPI.MediaType.all(decoder.required("content", in: &object), by: &decoder),
            range: followed.node.range,
        )
    }
}

extension OpenAPI.Response {
    /// The responses, one for each status: duplicates such as `200` and `200 OK` are reported.
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        var places: [Status: SourceRange] = [:]
        let responses = decoder.extensibleEntries(node, of: "responses") {
            Self($1.value, for: $1.name, by: &$0)
        }
        return responses.filter { response in
            let first = places[response.status]
            decoder.diagnostics.report(first.map { .duplicateStatus(response, firstAt: $0) })
            if first == nil { places[response.status] = response.range }
            return first == nil
        }
    }

    private init?(_ reference: Node, for key: Node, by decoder: inout SpecDecoder) {
        guard let status = Status(key, by: &decoder), let followed = decoder.follow(reference),
            var object = decoder.object(followed.node, as: "response")
        else { return nil }
        defer { decoder.finish(object) }
        let summary = decoder.minorVersion < 2 ? nil : decoder.prose(object["summary"])
        let description = decoder.prose(
            decoder.minorVersion < 2
                ? decoder.required("description", in: &object) : object["description"])
        self.init(
            node: followed.node,
            status: status,
            description: followed.description ?? description ?? summary,
            headers: OpenAPI.Header.all(object["headers"], by: &decoder),
            content: OpenAPI.MediaType.all(object["content"], by: &decoder),
            links: OpenAPI.Link.all(object["links"], by: &decoder),
            range: key.range,
        )
    }
}

extension OpenAPI.Response.Status {
    fileprivate init?(_ key: Node, by decoder: inout SpecDecoder) {
        let text = key.text ?? ""
        // `4xx` and `400 Bad Request` are invalid, but unambiguous.
        let word = text.prefix { !$0.isWhitespace }.uppercased()
        guard let status = Self(word) else {
            decoder.diagnostics.report(.invalidStatus(text, at: key))
            return nil
        }
        if word != text, text != "default" {
            decoder.diagnostics.report(.looseStatus(text, for: status, at: key))
        }
        self = status
    }
}

extension OpenAPI.MediaType {
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "media types") { decoder, entry in
            let mediaType = Self(entry.value, named: entry.name, by: &decoder)
            if mediaType == nil { decoder.record.note(entry.value, as: .reported) }
            return mediaType
        }
    }

    private init?(_ reference: Node, named name: Node, by decoder: inout SpecDecoder) {
        guard let name = Self.name(name, by: &decoder), let followed = decoder.follow(reference),
            var object = decoder.object(followed.node, as: "media type")
        else { return nil }
        defer { decoder.finish(object) }
        object.drop("example", "examples")
        // Positional encodings apply to multipart types that the caller encodes; for `multipart/form-data` they are not
        // supported.
        if name.value.lowercased().hasPrefix("multipart/form-data") {
            decoder.refuse("itemEncoding", "prefixEncoding", in: &object)
        } else {
            object.drop("itemEncoding", "prefixEncoding")
        }
        let itemSchema = object["itemSchema"]
        let schema = object["schema"].flatMap { decoder.schema($0) }
        decoder.noteExamples(in: followed.node, of: schema)
        self.init(
            node: followed.node,
            name: name,
            schema: schema,
            itemSchema: itemSchema.flatMap { node in
                decoder.schema(node).map { OpenAPI.Located(value: $0, range: node.range) }
            },
            encodings: OpenAPI.Encoding.all(object["encoding"], ofMediaType: name.value, by: &decoder),
        )
    }

    /// The name of the media type. Of an invalid one such as `application/json, text/plain`, the start is used.
    private static func name(
        _ key: Node,
        by decoder: inout SpecDecoder,
    ) -> OpenAPI.Located<String>? {
        guard let name = decoder.locatedText(key) else { return nil }
        let start = name.value.leadingMediaType
        if let start, String(name.value.dropFirst(start.count)).areParameters { return name }
        decoder.diagnostics.report(.invalidMediaType(name.value, readAs: start, at: key))
        return start.map { OpenAPI.Located(value: $0, range: name.range) }
    }
}
