import SourceText

/// A mistake after which a document cannot be read on.
struct SyntaxError: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
