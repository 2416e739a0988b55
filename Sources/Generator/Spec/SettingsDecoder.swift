import SourceText
import YAML

/// Decodes what is said about a document elsewhere, each in a file of its own.
struct SettingsDecoder: FieldDecoder {
    var documents: DocumentSet
    var diagnostics: Diagnostics
    var record = DecodingRecord()

    /// The root of a file; `nil` if it cannot be read, which has been reported. `range` is where it is named.
    mutating func root(of path: String, from range: SourceRange?) -> Node? {
        documents.root(of: path, from: range, diagnostics: &diagnostics)
    }
}
