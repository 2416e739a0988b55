import APIGenSourceText

/// An error that ends the parsing of a document.
struct SyntaxError: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
