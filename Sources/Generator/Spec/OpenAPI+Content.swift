import SourceText
import YAML

extension OpenAPI {
    struct RequestBody: Sendable {
        let description: Prose?
        let isRequired: Bool
        let content: [MediaType]
        let range: SourceRange
    }

    struct MediaType: Sendable {
        let name: Located<String>
        let schema: Schema.ID?
        /// The schema of each item of a sequence, such as JSON lines (since 3.2).
        let itemSchema: Located<Schema.ID>?
        let encodings: [Encoding]
    }

    struct Response: Sendable {
        /// What a response is for: a status, a range of a hundred, or all that is not listed.
        enum Status: Hashable, Sendable {
            case code(Int)
            case range(Int)
            case other
        }

        let status: Status
        let description: Prose?
        let headers: [Header]
        let content: [MediaType]
        let range: SourceRange
    }
}

extension OpenAPI.Response.Status {
    /// As the keys of responses name it.
    var word: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .other: "default"
        }
    }

    /// By its key, in capitals.
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

extension SpecDecoder {
    mutating func requestBody(_ reference: Node) -> OpenAPI.RequestBody? {
        guard let followed = follow(reference), var object = object(followed.node, "request body") else {
            return nil
        }
        defer { finish(object) }
        let description = prose(object["description"])
        return OpenAPI.RequestBody(
            description: followed.description ?? description,
            isRequired: boolean(object["required"]) ?? false,
            content: content(required("content", in: &object)),
            range: followed.node.range,
        )
    }

    /// The responses, each status once: `200` and `200 OK` are one.
    mutating func responses(_ node: Node?) -> [OpenAPI.Response] {
        var places: [OpenAPI.Response.Status: SourceRange] = [:]
        let responses = extensibleEntries(node, "responses") { $0.response($1.name, $1.value) }
        return responses.filter { response in
            let first = places[response.status]
            diagnostics.report(first.map { .duplicateStatus(response, firstAt: $0) })
            if first == nil { places[response.status] = response.range }
            return first == nil
        }
    }

    private mutating func response(_ key: Node, _ reference: Node) -> OpenAPI.Response? {
        guard let status = status(key), let followed = follow(reference),
            var object = object(followed.node, "response")
        else { return nil }
        defer { finish(object) }
        let summary = minorVersion < 2 ? nil : prose(object["summary"])
        let description = prose(
            minorVersion < 2 ? required("description", in: &object) : object["description"])
        object.drop("links")
        return OpenAPI.Response(
            status: status,
            description: followed.description ?? description ?? summary,
            headers: headers(object["headers"]),
            content: content(object["content"]),
            range: key.range,
        )
    }

    private mutating func status(_ key: Node) -> OpenAPI.Response.Status? {
        let text = key.text ?? ""
        // `4xx` and `400 Bad Request` are wrong, and clear.
        let word = text.prefix { !$0.isWhitespace }.uppercased()
        guard let status = OpenAPI.Response.Status(word) else {
            diagnostics.report(.invalidStatus(key, text))
            return nil
        }
        if word != text, text != "default" { diagnostics.report(.looseStatus(key, text, status)) }
        return status
    }

    /// Encodings by position are for sequences of parts, which the caller writes and reads as bytes.
    private mutating func readItemEncodings(of mediaType: String, _ object: inout ObjectFields) {
        if mediaType.lowercased().hasPrefix("multipart/form-data") {
            refuse("itemEncoding", "prefixEncoding", in: &object)
        } else {
            object.drop("itemEncoding", "prefixEncoding")
        }
    }

    mutating func content(_ node: Node?) -> [OpenAPI.MediaType] {
        entries(node, "media types") { decoder, entry in
            guard let name = decoder.locatedText(entry.name), let followed = decoder.follow(entry.value),
                var object = decoder.object(followed.node, "media type")
            else { return nil }
            defer { decoder.finish(object) }
            object.drop("example", "examples")
            decoder.readItemEncodings(of: name.value, &object)
            let itemSchema = object["itemSchema"]
            let schema = object["schema"].flatMap { decoder.schema($0) }
            decoder.noteExamples(in: followed.node, of: schema)
            return OpenAPI.MediaType(
                name: name,
                schema: schema,
                itemSchema: itemSchema.flatMap { node in
                    decoder.schema(node).map { OpenAPI.Located(value: $0, range: node.range) }
                },
                encodings: decoder.encodings(object["encoding"], of: name.value),
            )
        }
    }
}
