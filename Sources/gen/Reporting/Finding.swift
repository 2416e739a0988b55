import APIGenSourceText

/// A diagnostic with its places, for other programs.
struct Finding {
    let diagnostic: Diagnostic
    private let files: SourceFiles

    init(_ diagnostic: Diagnostic, in files: SourceFiles) {
        (self.diagnostic, self.files) = (diagnostic, files)
    }

    var place: Place? { diagnostic.range.map(place) }

    var notes: [(message: String, place: Place?)] {
        diagnostic.notes.map { ($0.message, $0.range.map(place)) }
    }

    private func place(_ range: SourceRange) -> Place {
        Place(
            file: files[range.file].path, line: range.line, column: range.column,
            endColumn: range.column + range.length)
    }

    /// A range within a line. Lines and columns count from 1, and columns count Unicode scalars.
    struct Place: Encodable {
        let file: String
        let line: Int
        let column: Int
        /// The column after the last one.
        let endColumn: Int
    }
}
