import APIGenSourceText
import APIGenYAML

/// The diagnostics for API descriptions.
extension Diagnostic {
    static func referenceBeyondFolder(_ reference: Reference, otherwise: String?) -> Diagnostic {
        Diagnostic(
            .referenceBeyondFolder,
            "'\(reference.path ?? "")' is outside of the folder of the document, and is not read"
                + (otherwise.map { "; \($0)" } ?? "")
                + "; if you trust it, list its folder in 'referenceFolders' of gen.yaml",
            at: reference.node.range,
        )
    }

    static func notADocument(_ root: Node) -> Diagnostic {
        Diagnostic(
            code: "not-a-document",
            "an OpenAPI document is a mapping that begins with 'openapi'; this is \(root.phrase)",
            at: root.range,
        )
    }

    static func otherFormat(_ format: OtherFormat, at range: SourceRange) -> Diagnostic {
        let advice = format.advice.map { "; \($0)" } ?? ""
        return Diagnostic(code: "not-a-document", "this is \(format.name)\(advice)", at: range)
    }

    static func wrongKind(_ node: Node, expected: String) -> Diagnostic {
        Diagnostic(
            .wrongKind,
            "expected \(expected), found \(node.phrase), which is left out",
            at: node.range,
        )
    }

    static func missingField(_ name: String, of object: ObjectFields) -> Diagnostic {
        Diagnostic(
            .missingField,
            "the \(object.kind) has no '\(name)', which is required, and \(consequence(ofMissing: name, in: object.kind))",
            at: object.node.range,
        )
    }

    /// The consequence of a missing field.
    private static func consequence(ofMissing name: String, in kind: String) -> String {
        // Those of configs.
        if ["package", "runtime"].contains(kind) { return "is left out" }
        let isTakenWithout = [
            "openapi", "info", "title", "version", "paths", "description", "content", "schema", "scopes",
        ]
        return isTakenWithout.contains(name) ? "is taken without it" : "is left out"
    }

    static func unknownField(_ key: Node, in object: ObjectFields) -> Diagnostic {
        let name = key.text ?? ""
        let suggestion = Suggestion.phrase(for: name, among: object.known)
        return Diagnostic(
            .unknownField,
            "unknown field '\(name)' in \(object.kindWithArticle); it is ignored\(suggestion)",
            at: key.range,
        )
    }

    static func unknownExtension(_ key: Node, like extensions: [String]) -> Diagnostic {
        let name = key.text ?? ""
        return Diagnostic(
            .unknownExtension,
            "'\(name)' is not a known extension, and has no effect\(Suggestion.phrase(for: name, among: extensions))",
            at: key.range,
        )
    }

    static func unsupportedField(_ name: String, in object: ObjectFields) -> Diagnostic {
        Diagnostic(
            .unsupportedField,
            "'\(name)' of \(object.kindWithArticle) is not supported yet; it is left out, which changes the meaning",
            at: object.keyRange(name),
        )
    }

    static func unknownValue(
        _ text: String,
        at node: Node,
        as kind: String,
        among known: [String],
    ) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: text, among: known)
        let choices = known.joined(separator: ", ")
        return Diagnostic(
            .unknownValue,
            "'\(text)' is not \(kind), and is left out\(suggestion.isEmpty ? "; it must be one of \(choices)" : suggestion)",
            at: node.range,
        )
    }

    static func unsupportedVersion(_ version: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "unsupported-version",
            "OpenAPI \(version) is not supported; 3.0, 3.1 and 3.2 are",
            at: node.range,
        )
    }

    static func pathWithoutSlash(_ path: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .pathWithoutSlash,
            "the path '\(path)' must begin with '/', and is sent with one",
            at: node.range,
        )
    }

    static func invalidMethod(_ method: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .invalidMethod,
            "'\(method)' is not a valid HTTP method name; its operation is left out",
            at: node.range,
        )
    }

    static func invalidKeyName(_ name: OpenAPI.Located<String>, in place: String) -> Diagnostic {
        Diagnostic(
            code: "invalid-key-name",
            "no API key can be sent in the \(place) '\(name.value)' (RFC 9110, sections 5.1 and 7.6.1); correct the name",
            at: name.range,
        )
    }

    static func invalidHeaderName(_ name: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .invalidHeaderName,
            "'\(name)' is not a valid header name (RFC 9110, section 5.1), and is left out",
            at: node.range,
        )
    }

    static func optionalPathParameter(_ name: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .optionalPathParameter,
            "the path parameter '\(name.value)' must have 'required: true', and is read as required",
            at: name.range,
        )
    }

    /// - Parameter start: The valid media type at the start of the text.
    static func invalidMediaType(_ text: String, readAs start: String?, at key: Node) -> Diagnostic {
        Diagnostic(
            .invalidMediaType,
            "'\(text)' is not a media type (RFC 9110, section 8.3.1); it is "
                + (start.map { "read as '\($0)'" } ?? "left out"),
            at: key.range,
        )
    }

    static func invalidStatus(_ text: String, at key: Node) -> Diagnostic {
        Diagnostic(
            .invalidStatus,
            "'\(text)' is not a response status, and the response is left out; write a code such as 200, a range such as 4XX, "
                + "or 'default'",
            at: key.range,
        )
    }

    static func looseStatus(
        _ text: String,
        for status: OpenAPI.Response.Status,
        at key: Node,
    ) -> Diagnostic {
        Diagnostic(.looseStatus, "'\(text)' is read as the status '\(status.word)'", at: key.range)
    }

    static func duplicateStatus(_ response: OpenAPI.Response, firstAt place: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateStatus,
            "there is another response for the status '\(response.status.word)'; this one is left out",
            at: response.range,
            notes: [Note("the first one is here", at: place)],
        )
    }
}

// MARK: - References

extension Diagnostic {
    static func unresolvedReference(_ reference: Reference, token: String, in node: Node) -> Diagnostic {
        let names = node.entries.lazy.compactMap(\.key.text)
        let suggestion = Suggestion.phrase(for: token, among: names)
        return Diagnostic(
            .unresolvedReference,
            "'\(reference.text)' cannot be resolved: there is no '\(token)', and \(reference.otherwise)\(suggestion)",
            at: reference.node.range,
            notes: [Note("it was looked for here", at: node.range)],
        )
    }

    static func remoteReference(_ reference: Reference) -> Diagnostic {
        Diagnostic(
            .remoteReference,
            "'\(reference.text)' is on a network, and the generator uses none; "
                + "\(reference.otherwise) unless you save the document beside this one",
            at: reference.node.range,
        )
    }

    static func circularReference(_ reference: Reference) -> Diagnostic {
        Diagnostic(
            .circularReference,
            "'\(reference.text)' leads back to itself without ever reaching an object; \(reference.otherwise)",
            at: reference.node.range,
        )
    }

    static func referenceToOtherKind(_ reference: Reference, expected: String) -> Diagnostic {
        let place = reference.tokens.prefix(reference.tokens.first == "components" ? 2 : 1)
        return Diagnostic(
            .referenceKind,
            "'\(reference.text)' is not a \(expected): it is in '\(place.joined(separator: "/"))'; "
                + "\(reference.otherwise)",
            at: reference.node.range,
        )
    }
}

// MARK: - Schemas

extension Diagnostic {
    static func nestedTooDeeply(_ schema: OpenAPI.Schema, _ reason: String) -> Diagnostic {
        Diagnostic(
            code: "nested-too-deeply",
            "\(reason), each in the one before; flatten them",
            at: schema.range,
        )
    }

    static func example(
        _ value: Node,
        against format: StrictFormat,
        at range: SourceRange?,
    ) -> Diagnostic {
        Diagnostic(
            .exampleAgainstFormat,
            "\(value.json) is not \(format.form.phrase), as its format '\(format.rawValue)' says; the values are "
                + "handed over as 'String'",
            at: value.range,
            notes: range.map { [Note("the format is here", at: $0)] } ?? [],
        )
    }

    static func uncheckedPattern(_ pattern: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .uncheckedPattern,
            "'\(pattern)' is not a regular expression of ECMA-262, or contains a backreference; "
                + "texts are not held against it, and the comment leaves it to the service",
            at: node.range,
        )
    }

    static func mappingToNothing(_ name: String, at node: Node, among names: [String]) -> Diagnostic {
        Diagnostic(
            .mappingToNothing,
            "there is no schema '\(name)', and the entry is left out\(Suggestion.phrase(for: name, among: names))",
            at: node.range,
        )
    }
}

extension Diagnostic {
    static func contradictoryLimits(
        _ lower: OpenAPI.Located<LimitValue>,
        with upper: OpenAPI.Located<LimitValue>,
        named names: (lower: String, upper: String),
    ) -> Diagnostic {
        Diagnostic(
            .contradictoryLimits,
            "no value is allowed by both '\(names.lower)' and '\(names.upper)'; both are checked, so that none can be sent",
            at: lower.range,
            notes: [Note("'\(names.upper)' is here", at: upper.range)],
        )
    }

    static func pointlessKeyword(_ key: Node, for types: [OpenAPI.Schema.TypeName]) -> Diagnostic {
        let types = types.map(\.rawValue).joined(separator: " or ")
        return Diagnostic(
            .pointlessKeyword,
            "'\(key.text ?? "")' does not apply to values of type \(types), and has no effect",
            at: key.range,
        )
    }

    static func furtherEndpoint(_ node: Node, instead other: String?) -> Diagnostic {
        let instead = other.map { "the client goes to '\($0)'" } ?? "the client goes nowhere"
        return Diagnostic(
            .furtherEndpoint, "a scheme has one URL for consent and one for tokens; \(instead)",
            at: node.range)
    }

    static func outdatedNullable(_ node: Node) -> Diagnostic {
        Diagnostic(
            .outdatedNullable,
            "'nullable' belongs to OpenAPI 3.0; it is read as what 3.1 writes as a type, as in 'type: [string, \"null\"]'",
            at: node.range,
        )
    }

    static func emptyEnumeration(_ node: Node) -> Diagnostic {
        Diagnostic(
            .emptyEnum, "the enum has no values, so that no value would be valid; it is ignored",
            at: node.range,
        )
    }

    static func unequalCounts(
        of what: String,
        at node: Node,
        count: Int,
        values: Int,
    ) -> Diagnostic {
        Diagnostic(
            .unequalCounts,
            "'\(what)' lists \(count), and the enum has \(values) values; it needs one for each, and is ignored",
            at: node.range,
        )
    }
}

extension Node {
    /// The kind of the node, in words.
    var phrase: String {
        switch (kind, scalar) {
        case (.mapping, _): "a mapping"
        case (.sequence, _): "a sequence"
        case (_, .null?): "nothing"
        case (_, .bool?): "a boolean"
        case (_, .integer?), (_, .number?): "the number \(text ?? "")"
        default: "a text"
        }
    }
}
