import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    /// An Encoding Object: how a property of a form or a multipart body is serialized.
    struct Encoding: Sendable {
        let node: Node
        let property: Located<String>
        let contentType: Located<String>?
        let headers: [Header]
        let style: Located<Parameter.Style>?
        let explode: Bool?
        let allowsReserved: Bool
    }

    struct Header: Sendable {
        let node: Node
        let name: Located<String>
        let description: Prose?
        let isRequired: Bool
        let schema: Schema.ID?
    }
}

extension OpenAPI.Encoding {
    static func all(
        _ node: Node?,
        ofMediaType mediaType: String,
        by decoder: inout SpecDecoder,
    ) -> [Self] {
        // Only forms percent-encode values, so that `allowReserved` has no effect on parts.
        let isForm = mediaType.lowercased().hasPrefix("application/x-www-form-urlencoded")
        return decoder.entries(node, of: "encodings") { decoder, entry in
            Self(entry, isInForm: isForm, by: &decoder)
        }
    }

    private init?(_ entry: NamedNode, isInForm isForm: Bool, by decoder: inout SpecDecoder) {
        guard let property = decoder.locatedText(entry.name),
            var object = decoder.object(entry.value, as: "encoding")
        else { return nil }
        defer { decoder.finish(object) }
        decoder.refuse("encoding", "itemEncoding", "prefixEncoding", in: &object)
        if !isForm { object.drop("allowReserved") }
        let contentType = decoder.locatedText(object["contentType"])
        let headers = OpenAPI.Header.all(object["headers"], by: &decoder)
        let style = decoder.choice(object["style"], of: OpenAPI.Parameter.Style.self, as: "a style")
        let range = object.range("style")
        self.init(
            node: entry.value,
            property: property,
            contentType: contentType,
            headers: headers,
            style: style.map { OpenAPI.Located(value: $0, range: range) },
            explode: decoder.boolean(object["explode"]),
            allowsReserved: decoder.boolean(object["allowReserved"]) == true && isForm,
        )
    }
}

extension OpenAPI.Header {
    /// The headers of a response, which are documented and accessible by name, or those of a part of a multipart body.
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "headers") { Self($1.value, named: $1.name, by: &$0) }
    }

    private init?(_ reference: Node, named name: Node, by decoder: inout SpecDecoder) {
        guard let name = decoder.locatedText(name), let followed = decoder.follow(reference),
            var object = decoder.object(followed.node, as: "header")
        else { return nil }
        defer { decoder.finish(object) }
        object.drop("deprecated", "example", "examples", "style", "explode")
        _ = OpenAPI.MediaType.all(object["content"], by: &decoder)
        let description = decoder.prose(object["description"])
        self.init(
            node: followed.node,
            name: name,
            description: followed.description ?? description,
            isRequired: decoder.boolean(object["required"]) ?? false,
            schema: object["schema"].flatMap { decoder.schema($0) },
        )
    }
}
