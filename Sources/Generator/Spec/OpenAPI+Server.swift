import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    struct Server: Sendable {
        let node: Node
        let url: Located<String>
        /// Since 3.2.
        let name: String?
        let description: Prose?
        let variables: [ServerVariable]
        let swiftName: SwiftName?
    }

    struct ServerVariable: Sendable {
        let node: Node
        let name: String
        let swiftName: SwiftName?
        let defaultValue: Located<String>
        let enumeration: Enumeration?
        let description: Prose?
        let range: SourceRange
    }
}

extension OpenAPI.Server {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "server") else { return nil }
        defer { decoder.finish(object) }
        guard let url = decoder.locatedText(decoder.required("url", in: &object)) else {
            decoder.record.note(node, as: .reported)
            return nil
        }
        self.init(
            node: node,
            url: url,
            name: decoder.minorVersion < 2 ? nil : decoder.text(object["name"]),
            description: decoder.prose(object["description"]),
            variables: decoder.entries(object["variables"], of: "server variables") { decoder, entry in
                OpenAPI.ServerVariable(entry.value, named: entry.name, by: &decoder)
            },
            swiftName: OpenAPI.SwiftName(in: &object, by: &decoder),
        )
    }
}

extension OpenAPI.ServerVariable {
    fileprivate init?(_ node: Node, named name: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "server variable") else { return nil }
        defer { decoder.finish(object) }
        let swiftName = OpenAPI.SwiftName(in: &object, by: &decoder)
        let enumeration = OpenAPI.Enumeration(in: &object, by: &decoder)
        let description = decoder.prose(object["description"])
        guard let defaultValue = decoder.locatedText(decoder.required("default", in: &object)) else {
            decoder.record.note(node, as: .reported)
            return nil
        }
        self.init(
            node: node,
            name: name.text ?? "",
            swiftName: swiftName,
            defaultValue: defaultValue,
            enumeration: enumeration,
            description: description,
            range: name.range,
        )
    }
}
