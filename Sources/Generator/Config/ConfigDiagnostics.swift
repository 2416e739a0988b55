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
}
