import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    struct Parameter: Sendable {
        enum Location: String, Sendable, CaseIterable {
            case path, query, header, cookie
            /// The whole query (since 3.2).
            case querystring
        }

        enum Style: String, Sendable, CaseIterable {
            case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
            /// Like `form`, but without percent-encoding (since 3.2).
            case cookie
        }

        /// `nil` for a parameter that the document does not declare.
        let node: Node?
        let name: String
        let location: Location
        let swiftName: SwiftName?
        let description: Prose?
        let isRequired: Bool
        let isDeprecated: Bool
        let style: Style?
        let explode: Bool?
        let allowsReserved: Bool
        let schema: Schema.ID?
        /// The media type of the value, for parameters with `content` instead of a style.
        let content: MediaType?
        /// The source range of the name.
        let range: SourceRange
    }

    /// A rule between the parameters of an operation.
    struct ParameterRule: Sendable {
        enum Kind: Sendable { case requires, excludes }

        let kind: Kind
        /// The parameter that activates the constraint when it is set.
        let trigger: Located<String>
        let others: [Located<String>]
    }

    /// The permissions that a caller needs.
    enum Permissions: Sendable {
        case any([String])
        case all([String])
        case none
    }
}

extension OpenAPI.Parameter {
    static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.list(node, of: "parameters") { decoder, node in
            let parameter = Self(node, by: &decoder)
            if parameter == nil { decoder.record.note(node, as: .reported) }
            return parameter
        }
    }

    private init?(_ reference: Node, by decoder: inout SpecDecoder) {
        guard let followed = decoder.follow(reference),
            var object = decoder.object(followed.node, as: "parameter")
        else { return nil }
        defer { decoder.finish(object) }
        object.drop("example", "examples", "allowEmptyValue")
        let name = decoder.locatedText(decoder.required("name", in: &object))
        let location = decoder.choice(
            decoder.required("in", in: &object), of: Location.self, as: "a parameter location")
        let swiftName = OpenAPI.SwiftName(in: &object, by: &decoder)
        let style = decoder.choice(object["style"], of: Style.self, as: "a parameter style")
        let content = OpenAPI.MediaType.all(object["content"], by: &decoder).first
        let schemaNode = content == nil ? decoder.required("schema", in: &object) : object["schema"]
        let schema = schemaNode.flatMap { decoder.schema($0) }
        let isEscaped =
            location?.escapes(style: style, inMinorVersion: decoder.minorVersion) ?? true
        isEscaped ? decoder.record.note(object["allowReserved"], as: .typed) : object.drop("allowReserved")
        decoder.noteExamples(in: followed.node, of: schema)
        let flags = ParameterFlags(in: &object, by: &decoder)
        let description = decoder.prose(object["description"])
        guard let name, let location else { return nil }
        if location == .path, !flags.isRequired { decoder.diagnostics.report(.optionalPathParameter(name)) }
        self.init(
            node: followed.node,
            name: name.value,
            location: location,
            swiftName: swiftName,
            description: followed.description ?? description,
            isRequired: flags.isRequired || location == .path,
            isDeprecated: flags.isDeprecated,
            style: style,
            explode: flags.explode,
            allowsReserved: flags.allowsReserved && isEscaped && content == nil,
            schema: content?.schema ?? schema,
            content: content,
            range: name.range,
        )
    }
}

extension OpenAPI.Parameter.Location {
    /// Whether values are percent-encoded, so that `allowReserved` has an effect: in queries and, since 3.2, in paths
    /// and cookies unless the style is `cookie`.
    fileprivate func escapes(
        style: OpenAPI.Parameter.Style?,
        inMinorVersion minorVersion: Int,
    ) -> Bool {
        switch self {
        case .query: true
        case .path: minorVersion >= 2
        case .cookie: minorVersion >= 2 && style != .cookie
        case .header, .querystring: false
        }
    }
}

private struct ParameterFlags {
    let isRequired: Bool
    let isDeprecated: Bool
    let explode: Bool?
    let allowsReserved: Bool

    init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        isRequired = decoder.boolean(object["required"]) ?? false
        isDeprecated = decoder.boolean(object["deprecated"]) ?? false
        explode = decoder.boolean(object["explode"])
        allowsReserved = decoder.boolean(object["allowReserved"]) ?? false
    }
}

// MARK: - Specification extensions

extension OpenAPI.ParameterRule {
    static func all(in object: inout ObjectFields, by decoder: inout SpecDecoder) -> [Self] {
        all(object["x-dependent-required"], kind: .requires, by: &decoder)
            + all(object["x-mutually-exclusive"], kind: .excludes, by: &decoder)
    }

    private static func all(_ node: Node?, kind: Kind, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "parameters") { decoder, entry in
            guard let trigger = decoder.locatedText(entry.name) else { return nil }
            let others = decoder.locatedTexts(entry.value, of: "parameters")
            return Self(kind: kind, trigger: trigger, others: others)
        }
    }
}

extension OpenAPI.Permissions {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "permissions") else { return nil }
        defer { decoder.finish(object) }
        if let any = object["any"] {
            self = .any(decoder.list(any, of: "permissions") { $0.text($1) })
        } else if let all = object["all"] {
            self = .all(decoder.list(all, of: "permissions") { $0.text($1) })
        } else {
            guard decoder.boolean(decoder.required("none", in: &object)) == true else { return nil }
            self = .none
        }
    }
}
