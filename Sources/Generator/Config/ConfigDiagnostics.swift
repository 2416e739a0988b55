import APIGenSourceText
import APIGenYAML

/// The diagnostics for configs.
extension Diagnostic {
    static func unknownRule(_ name: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "unknown-rule",
            "unknown rule '\(name)'\(Suggestion.phrase(for: name, among: Rule.names))",
            at: node.range,
        )
    }

    static func notAPlace(_ text: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "not-a-place",
            "'\(text)' names no place; write a file and a JSON pointer, as in 'openapi.yaml#/paths/~1orders'",
            at: node.range,
        )
    }

    static func noSuchSchema(_ name: String, among names: [String], at node: Node) -> Diagnostic {
        Diagnostic(
            code: "unknown-schema",
            "the document has no schema '\(name)' below 'components'\(Suggestion.phrase(for: name, among: names))",
            at: node.range,
        )
    }

    static func notRequired(_ property: Node, of schema: String, among names: [String]) -> Diagnostic {
        let name = property.text ?? ""
        return Diagnostic(
            code: "not-required",
            "'\(schema)' does not require '\(name)'\(Suggestion.phrase(for: name, among: names))",
            at: property.range,
        )
    }

    static func unknownFormat(_ format: Node, among names: [String]) -> Diagnostic {
        let name = format.text ?? ""
        return Diagnostic(
            code: "unknown-format",
            "no string or number of the document has the format '\(name)'\(Suggestion.phrase(for: name, among: names))",
            at: format.range,
        )
    }

    static func formatOfBytes(_ format: Node) -> Diagnostic {
        Diagnostic(
            code: "format-of-bytes",
            "'\(format.text ?? "")' is the format of bytes, which are sent as they are and not coded; leave it out",
            at: format.range,
        )
    }

    static func unfitType(_ entry: OwnTypes.Entry, of types: [SchemaType]) -> Diagnostic {
        let others = types.map(\.rawValue).joined(separator: " or ")
        return Diagnostic(
            code: "unfit-type",
            "'\(entry.name)' is of type \(entry.jsonType?.rawValue ?? "any") in JSON, and '\(entry.key.text ?? "")' is of type \(others); "
                + "name a type of your own, which is coded as the document has it",
            at: entry.key.range,
        )
    }

    static func notAType(_ text: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "not-a-type",
            "'\(text)' is no name of a type; write one such as 'Money' or 'Shop.Money', and a type alias for all else",
            at: node.range,
        )
    }

    static func notAModule(_ text: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "not-a-module",
            "'\(text)' is no name of a module; write the one that declares the type, as in a line 'import MoneyKit'",
            at: node.range,
        )
    }

    static func typeOfRuntime(_ name: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "type-of-runtime",
            "'\(name)' is the name of a type of the runtime, which the code of the client uses; give yours another one, "
                + "such as that of a type alias",
            at: node.range,
        )
    }

    static func waiverBeyondDocument(_ waiver: Config.Waiver, files: [String]) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: waiver.file, among: files)
        return Diagnostic(
            code: "unused-waiver",
            "'\(waiver.file)' is no file of the document\(suggestion)",
            at: waiver.reference.node.range,
        )
    }

    static func idleWaiver(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "unused-waiver", "nothing is given up there; remove the waiver", at: range)
    }

    static func twoOutputs(at node: Node) -> Diagnostic {
        Diagnostic(
            code: "two-outputs",
            "'package' and 'sources' are both given; keep the one that the client is written into",
            at: node.range,
        )
    }

    static func unusablePrefix(_ text: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "unusable-prefix",
            "'\(text)' cannot begin the name of a type; write ASCII letters and digits, a capital first",
            at: node.range,
        )
    }

    static func idleSelection(_ entry: OpenAPI.Located<String>, among names: [String]) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: entry.value, among: names)
        return Diagnostic(
            code: "idle-selection",
            "'\(entry.value)' selects no operation of the document\(suggestion)", at: entry.range)
    }

    static func packageWithoutPlace(_ object: ObjectFields) -> Diagnostic {
        Diagnostic(
            code: "package-place", "a package has either a 'path', or a 'url' with a 'version'",
            at: object.node.range)
    }

    static func unusableVersion(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unusable-version", "'\(text)' is no semantic version, such as 1.0.0", at: range)
    }
}
