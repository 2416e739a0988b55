import SourceText

/// What a `gen.yaml` says about a document: how to take it, beside what the document says itself.
struct Config: Sendable {
    /// A part of the document that is knowingly given up.
    struct Waiver: Sendable {
        /// The place of the part: a file, seen from where the generator runs, and a JSON pointer (RFC 6901) into it.
        let file: String
        let pointer: [String]
        let reason: String
        /// Where the waiver says so.
        let reference: Reference
    }

    /// What becomes of the properties of a value that the document does not declare, when it is read and sent again.
    enum UndeclaredProperties: String, CaseIterable {
        case keep, drop
    }

    var levels: [Rule: Rules.Level] = [:]
    var undeclaredProperties = UndeclaredProperties.keep
    /// The folders beside the document's own that references may lead to, seen from where the generator runs.
    var referenceFolders: [String] = []
    /// The formats whose texts are `String`, whatever they hold.
    var stringFormats: [StrictFormat] = []
    var waivers: [Waiver] = []
    /// The paths of overlays, seen from where the generator runs, in the order in which they apply.
    var overlays: [OpenAPI.Located<String>] = []
}

extension OpenAPI.Document {
    /// The same with texts of some formats that have no type of their own.
    func readingAsStrings(_ formats: [StrictFormat]) -> Self {
        var document = self
        let names = formats.map(\.rawValue)
        for id in schemas.ids where schemas[id]?.format.map({ names.contains($0.value) }) ?? false {
            document.schemas[id]?.hasStrictFormat = false
        }
        return document
    }
}
