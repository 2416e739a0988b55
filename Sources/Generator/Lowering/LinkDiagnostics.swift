import APIGenSourceText

/// The diagnostics for links.
extension Diagnostic {
    static func linkToNothing(_ id: OpenAPI.Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .linkToNothing,
            "there is no operation '\(id.value)', and no method for the link is generated\(Suggestion.phrase(for: id.value, among: known))",
            at: id.range,
        )
    }

    static func unknownParameter(ofLink name: OpenAPI.Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownParameter,
            "the operation has no parameter '\(name.value)', and no method for the link is generated\(Suggestion.phrase(for: name.value, among: known))",
            at: name.range,
        )
    }

    static func unknownProperty(
        ofLink name: String, at range: SourceRange, among known: [String],
    ) -> Diagnostic {
        Diagnostic(
            .unknownProperty,
            "the response has no property '\(name)', and no method for the link is generated\(Suggestion.phrase(for: name, among: known))",
            at: range,
        )
    }
}
