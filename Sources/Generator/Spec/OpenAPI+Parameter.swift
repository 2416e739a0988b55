import SourceText
import YAML

extension OpenAPI {
    struct Parameter: Sendable {
        enum Location: String, Sendable, CaseIterable {
            case path, query, header, cookie
            /// The whole query (since 3.2).
            case querystring
        }

        enum Style: String, Sendable, CaseIterable {
            case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
            /// As `form`, without escapes (since 3.2).
            case cookie
        }

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
        /// The media type of the value where it is no style that writes it.
        let content: MediaType?
        /// The place of the name.
        let range: SourceRange
    }

    /// A rule between the parameters of an operation.
    struct ParameterRule: Sendable {
        enum Kind: Sendable { case requires, excludes }

        let kind: Kind
        /// The parameter that brings the rule into force when it is set.
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

extension SpecDecoder {
    mutating func parameter(_ reference: Node) -> OpenAPI.Parameter? {
        guard let followed = follow(reference), var object = object(followed.node, "parameter") else {
            return nil
        }
        defer { finish(object) }
        object.drop("example", "examples", "allowEmptyValue")
        let name = locatedText(required("name", in: &object))
        let location = required("in", in: &object)
            .flatMap { choice($0, OpenAPI.Parameter.Location.self, "a parameter location") }
        let swiftName = swiftName(&object)
        let style = object["style"].flatMap { choice($0, OpenAPI.Parameter.Style.self, "a parameter style") }
        let content = content(object["content"]).first
        let parameterSchema =
            content == nil
            ? required("schema", in: &object).flatMap { schema($0) } : object["schema"].flatMap { schema($0) }
        let isEscaped = location.map { escapes($0, style) } ?? true
        if !isEscaped { object.drop("allowReserved") }
        noteExamples(in: followed.node, of: parameterSchema)
        let flags = parameterFlags(&object)
        let description = prose(object["description"])
        guard let name, let location else { return nil }
        if location == .path, !flags.isRequired { diagnostics.report(.optionalPathParameter(name)) }
        return OpenAPI.Parameter(
            name: name.value,
            location: location,
            swiftName: swiftName,
            description: followed.description ?? description,
            isRequired: flags.isRequired || location == .path,
            isDeprecated: flags.isDeprecated,
            style: style,
            explode: flags.explode,
            allowsReserved: flags.allowsReserved && isEscaped && content == nil,
            schema: content?.schema ?? parameterSchema,
            content: content,
            range: name.range,
        )
    }

    /// Whether reserved characters in a value are escaped, so that `allowReserved` makes a difference: in queries and,
    /// since 3.2, wherever there are escapes.
    private func escapes(
        _ location: OpenAPI.Parameter.Location,
        _ style: OpenAPI.Parameter.Style?,
    ) -> Bool {
        switch location {
        case .query: true
        case .path: minorVersion >= 2
        case .cookie: minorVersion >= 2 && style != .cookie
        case .header, .querystring: false
        }
    }

    private struct ParameterFlags {
        let isRequired: Bool
        let isDeprecated: Bool
        let explode: Bool?
        let allowsReserved: Bool
    }

    private mutating func parameterFlags(_ object: inout ObjectFields) -> ParameterFlags {
        ParameterFlags(
            isRequired: boolean(object["required"]) ?? false,
            isDeprecated: boolean(object["deprecated"]) ?? false,
            explode: boolean(object["explode"]),
            allowsReserved: boolean(object["allowReserved"]) ?? false,
        )
    }

    /// A text that must be one of a few words.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ node: Node,
        _ type: Choice.Type,
        _ kind: String,
    ) -> Choice? {
        guard let text = text(node) else { return nil }
        let choice = Choice(rawValue: text)
        if choice == nil {
            diagnostics.report(.unknownValue(node, text, kind, among: Choice.allCases.map(\.rawValue)))
        }
        return choice
    }
}

// MARK: - Extensions of ours

extension SpecDecoder {
    mutating func parameterRules(_ object: inout ObjectFields) -> [OpenAPI.ParameterRule] {
        rules(object["x-dependent-required"], .requires) + rules(object["x-mutually-exclusive"], .excludes)
    }

    private mutating func rules(_ node: Node?, _ kind: OpenAPI.ParameterRule.Kind) -> [OpenAPI.ParameterRule]
    {
        entries(node, "parameters") { decoder, entry in
            guard let trigger = decoder.locatedText(entry.name) else { return nil }
            let others = decoder.list(entry.value, "parameters") { $0.locatedText($1) }
            return OpenAPI.ParameterRule(kind: kind, trigger: trigger, others: others)
        }
    }

    mutating func permissions(_ node: Node) -> OpenAPI.Permissions? {
        guard var object = object(node, "permissions") else { return nil }
        defer { finish(object) }
        if let any = object["any"] { return .any(list(any, "permissions") { $0.text($1) }) }
        if let all = object["all"] { return .all(list(all, "permissions") { $0.text($1) }) }
        if boolean(required("none", in: &object)) == true { return OpenAPI.Permissions.none }
        return nil
    }
}
