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

    static func unusableVersion(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unusable-version", "'\(text)' is no semantic version, such as 1.0.0", at: range)
    }
}
