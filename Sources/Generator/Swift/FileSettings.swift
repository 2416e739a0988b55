import APIGenTemplating

/// What all files of a client have in common.
struct FileSettings: Sendable {
    /// The document, as the first line of each file names it.
    let source: String
    /// Lines in front of that, such as a license.
    let header: [String]
    let access: AccessLevel
    /// What the names of the runtime's modules begin with; empty unless they are copied for the client.
    let runtimePrefix: String

    /// - Parameter source: The document in words.
    init(source: String, header: String = "", access: AccessLevel = .public, runtimePrefix: String = "") {
        // A line break in a file name would end the comment.
        self.source = String(source.map { $0.isNewline ? "?" : $0 })
        self.header = Self.comment(header)
        self.access = access
        self.runtimePrefix = runtimePrefix
    }

    private static func comment(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let end = lines.lastIndex { !$0.isEmpty } ?? -1
        return lines.prefix(end + 1).map { $0.isEmpty ? "//" : "// \($0)" }
    }
}

extension FileSettings: View {
    /// The modifier of an import for conformances alone: the compiler takes those of public types for a use of the module,
    /// and those of other types for none.
    private var conformanceVisibility: String { access == .public ? "public " : "" }

    /// `visibility` is an access modifier and a space, or empty for what needs none.
    static let fields: ViewFields<FileSettings> = [
        .text("source", \.source),
        .texts("header", \.header),
        .text("visibility", { $0.access == .internal ? "" : "\($0.access.rawValue) " }),
        .text("conformanceVisibility", \.conformanceVisibility),
        .text("runtimePrefix", \.runtimePrefix),
    ]
}
