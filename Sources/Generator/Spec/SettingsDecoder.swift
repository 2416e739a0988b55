import APIGenSourceText
import APIGenYAML

/// Decodes the files that accompany a document, such as the config and overlays.
struct SettingsDecoder: FieldDecoder {
    var documents: DocumentSet
    var diagnostics: Diagnostics
    var record = DecodingRecord()

    /// The root of a file; `nil` after a diagnostic if it cannot be read. `range` is the reference to the file.
    mutating func root(of path: String, from range: SourceRange?) -> Node? {
        documents.root(of: path, from: range, diagnostics: &diagnostics)
    }
}
