import APIGenYAML

extension OpenAPI.ExternalDocumentation {
    init?(_ node: Node?, by decoder: inout SpecDecoder) {
        guard let node, var object = decoder.object(node, as: "external documentation") else { return nil }
        decoder.record.note(node, as: .dropped)
        defer { decoder.finish(object) }
        let description = decoder.prose(object["description"])
        guard let url = decoder.prose(decoder.required("url", in: &object)) else { return nil }
        self.init(url: url, description: description)
    }
}

extension OpenAPI.SwiftName {
    init?(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        guard let name = decoder.locatedText(object["x-swift-name"]) else { return nil }
        self.init(text: name.value, range: name.range)
    }
}
