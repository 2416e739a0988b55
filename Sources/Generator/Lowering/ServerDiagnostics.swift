import APIGenSourceText

/// The diagnostics for server URLs.
extension Diagnostic {
    static func relativeServer(_ url: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .relativeServer,
            "'\(url.value)' is relative to the URL that the document is served from, which is unknown here; the caller has to supply the host",
            at: url.range,
        )
    }

    static func serverWithoutScheme(_ url: OpenAPI.Located<String>, readAs absolute: String) -> Diagnostic {
        Diagnostic(
            .serverWithoutScheme,
            "the URL has no scheme; it is read as '\(absolute)'",
            at: url.range,
        )
    }

    static func undeclaredServerVariable(
        _ name: String,
        in url: OpenAPI.Located<String>,
        among declared: [String],
    ) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: name, among: declared)
        return Diagnostic(
            .undeclaredServerVariable,
            "'{\(name)}' is not declared as a variable of the server; the caller has to supply its value\(suggestion)",
            at: url.range,
        )
    }

    static func unusableServer(
        _ url: OpenAPI.Located<String>,
        problem: String,
        consequence: String,
    ) -> Diagnostic {
        Diagnostic(.unusableServer, "the URL of a server \(problem); \(consequence)", at: url.range)
    }

    static func furtherServer(_ server: OpenAPI.Server, first: OpenAPI.Server) -> Diagnostic {
        Diagnostic(
            .furtherServer,
            "an operation has one server, and this one is left out",
            at: server.url.range,
            notes: [Note("the operation goes to this one", at: first.url.range)],
        )
    }
}
