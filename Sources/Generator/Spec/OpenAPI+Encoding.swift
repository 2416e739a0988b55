import SourceText
import YAML

extension OpenAPI {
    /// How one property of a form or a multipart body is written.
    struct Encoding: Sendable {
        let property: Located<String>
        let contentType: Located<String>?
        let headers: [Header]
        let style: Located<Parameter.Style>?
        let explode: Bool?
        let allowsReserved: Bool
    }

    struct Header: Sendable {
        let name: Located<String>
        let description: Prose?
        let isRequired: Bool
        let schema: Schema.ID?
    }
}

extension SpecDecoder {
    mutating func encodings(_ node: Node?, of mediaType: String) -> [OpenAPI.Encoding] {
        entries(node, "encodings") { decoder, entry in
            guard let property = decoder.locatedText(entry.name),
                var object = decoder.object(entry.value, "encoding")
            else { return nil }
            defer { decoder.finish(object) }
            decoder.refuse("encoding", "itemEncoding", "prefixEncoding", in: &object)
            // Parts escape nothing.
            let isForm = mediaType.lowercased().hasPrefix("application/x-www-form-urlencoded")
            if !isForm { object.drop("allowReserved") }
            return OpenAPI.Encoding(
                property: property,
                contentType: decoder.locatedText(object["contentType"]),
                headers: decoder.headers(object["headers"]),
                style: decoder.style(object["style"]),
                explode: decoder.boolean(object["explode"]),
                allowsReserved: decoder.boolean(object["allowReserved"]) == true && isForm,
            )
        }
    }

    private mutating func style(_ node: Node?) -> OpenAPI.Located<OpenAPI.Parameter.Style>? {
        guard let node, let style = choice(node, OpenAPI.Parameter.Style.self, "a style") else { return nil }
        return OpenAPI.Located(value: style, range: node.range)
    }

    /// Headers of a response stay reachable by name, and are told; those of a part may have a value.
    mutating func headers(_ node: Node?) -> [OpenAPI.Header] {
        entries(node, "headers") { decoder, entry in
            guard let name = decoder.locatedText(entry.name), let followed = decoder.follow(entry.value),
                var object = decoder.object(followed.node, "header")
            else { return nil }
            defer { decoder.finish(object) }
            object.drop("deprecated", "example", "examples", "style", "explode")
            _ = decoder.content(object["content"])
            let description = decoder.prose(object["description"])
            return OpenAPI.Header(
                name: name,
                description: followed.description ?? description,
                isRequired: decoder.boolean(object["required"]) ?? false,
                schema: object["schema"].flatMap { decoder.schema($0) },
            )
        }
    }
}
