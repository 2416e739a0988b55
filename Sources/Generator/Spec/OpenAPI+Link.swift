import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    /// A call that a response leads to (Link Object).
    struct Link: Sendable {
        enum Target: Sendable {
            /// The `operationId`.
            case id(Located<String>)
            /// The object that the `operationRef` leads to, and the tokens of its JSON pointer; `nil` after a diagnostic.
            case reference(Node?, pointer: [String])
        }

        struct Argument: Sendable {
            /// The parameter of the operation, which its location and a dot may precede.
            let name: Located<String>
            /// A constant or a ``RuntimeExpression``, as text.
            let value: Prose
            let node: Node
        }

        let node: Node
        let name: Located<String>
        let swiftName: SwiftName?
        let target: Target
        /// The target as the document has it.
        let operation: Prose
        let arguments: [Argument]
        /// The value for the body, as text.
        let body: Prose?
        let description: Prose?
        /// The URL of the server for the call.
        let server: Prose?
    }
}

extension OpenAPI.Link {
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "links") { Self($1.value, named: $1.name, by: &$0) }
    }

    private init?(_ reference: Node, named key: Node, by decoder: inout SpecDecoder) {
        guard let name = decoder.locatedText(key), let followed = decoder.follow(reference),
            var object = decoder.object(followed.node, as: "link")
        else { return nil }
        defer { decoder.finish(object) }
        decoder.record.note(followed.node, as: .dropped)
        decoder.record.note(object["parameters"], as: .dropped)
        let description = decoder.prose(object["description"])
        let swiftName = OpenAPI.SwiftName(in: &object, by: &decoder)
        let arguments = decoder.entries(object["parameters"], of: "parameters") {
            Argument($1.value, named: $1.name, by: &$0)
        }
        let body = object["requestBody"].map { decoder.value($0) }
        guard let (target, operation) = Self.target(in: &object, by: &decoder) else { return nil }
        self.init(
            node: followed.node, name: name, swiftName: swiftName, target: target, operation: operation,
            arguments: arguments,
            body: body,
            description: followed.description ?? description,
            server: object["server"].flatMap { Self.server($0, by: &decoder) })
    }

    private static func server(_ node: Node, by decoder: inout SpecDecoder) -> Prose? {
        guard var object = decoder.object(node, as: "server") else { return nil }
        defer { decoder.finish(object) }
        decoder.record.note(node, as: .dropped)
        object.drop("description", "name", "variables")
        return decoder.prose(decoder.required("url", in: &object))
    }

    private static func target(
        in object: inout ObjectFields, by decoder: inout SpecDecoder,
    ) -> (Target, Prose)? {
        let node = object["operationRef"]
        if let id = object["operationId"] {
            decoder.record.note(node, as: .dropped)
            return decoder.prose(id).map { (.id(OpenAPI.Located(value: $0.text, range: id.range)), $0) }
        }
        guard let node else {
            decoder.diagnostics.report(.missingField("operationId", of: object))
            return nil
        }
        guard let prose = decoder.prose(node) else { return nil }
        let reference = Reference(
            node: node, text: prose.text, otherwise: "no method for the link is generated")
        let target = decoder.target(of: reference)
        let pointer = reference.path == nil ? reference.tokens : []
        return (.reference(target, pointer: pointer), prose)
    }
}

extension OpenAPI.Link.Argument {
    fileprivate init?(_ node: Node, named key: Node, by decoder: inout SpecDecoder) {
        guard let name = decoder.locatedText(key) else { return nil }
        self.init(name: name, value: decoder.value(node), node: node)
    }
}

extension SpecDecoder {
    /// A value of any type: a string as it is, and others as JSON.
    fileprivate mutating func value(_ node: Node) -> Prose {
        record.note(node, as: .dropped)
        guard case .string(let text)? = node.scalar else { return Prose(text: node.json, node: node.id) }
        return Prose(text: text, node: node.id)
    }
}
