import SourceText
import YAML

extension OpenAPI {
    struct Server: Sendable {
        let url: Located<String>
        /// Since 3.2.
        let name: String?
        let description: Prose?
        let variables: [ServerVariable]
        let swiftName: SwiftName?
    }

    struct ServerVariable: Sendable {
        let name: String
        let swiftName: SwiftName?
        let defaultValue: Located<String>
        let enumeration: Enumeration?
        let description: Prose?
        let range: SourceRange
    }
}

extension SpecDecoder {
    mutating func server(_ node: Node) -> OpenAPI.Server? {
        guard var object = object(node, "server") else { return nil }
        defer { finish(object) }
        guard let url = text(required("url", in: &object)) else { return nil }
        return OpenAPI.Server(
            url: OpenAPI.Located(value: url, range: object.range("url")),
            name: minorVersion < 2 ? nil : text(object["name"]),
            description: prose(object["description"]),
            variables: entries(object["variables"], "server variables") {
                $0.serverVariable($1.name, $1.value)
            },
            swiftName: swiftName(&object),
        )
    }

    private mutating func serverVariable(_ name: Node, _ node: Node) -> OpenAPI.ServerVariable? {
        guard var object = object(node, "server variable") else { return nil }
        defer { finish(object) }
        let swiftName = swiftName(&object)
        let enumeration = enumeration(&object)
        let description = prose(object["description"])
        guard let defaultValue = locatedText(required("default", in: &object)) else { return nil }
        return OpenAPI.ServerVariable(
            name: name.text ?? "",
            swiftName: swiftName,
            defaultValue: defaultValue,
            enumeration: enumeration,
            description: description,
            range: name.range,
        )
    }
}
