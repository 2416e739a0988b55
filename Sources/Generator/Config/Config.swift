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
    var waivers: [Waiver] = []
    /// The paths of overlays, seen from where the generator runs, in the order in which they apply.
    var overlays: [OpenAPI.Located<String>] = []
}
