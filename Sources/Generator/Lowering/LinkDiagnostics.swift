import APIGenSourceText

/// The diagnostics for links.
extension Diagnostic {
    static func linkToNothing(_ word: String, at range: SourceRange, among known: [String]) -> Diagnostic {
        Diagnostic(
            .linkToNothing,
            "'\(word)' is no operation that the client calls, and no method for the link is generated\(Suggestion.phrase(for: word, among: known))",
            at: range,
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
        ofLink name: String, at range: SourceRange, of response: OpenAPI.Response, among known: [String],
    ) -> Diagnostic {
        Diagnostic(
            .unknownProperty,
            "the response has no property '\(name)', and no method for the link is generated\(Suggestion.phrase(for: name, among: known))",
            at: range,
            notes: [Note("for this response", at: response.range)],
        )
    }
}
