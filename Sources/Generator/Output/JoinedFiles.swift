extension GeneratedFile {
    /// One file of Swift with the declarations of all files, for those who have to name their output beforehand.
    ///
    /// It begins with the comment of the first file, and imports each module once, with the attributes and the access
    /// that satisfy all files.
    public static func joining(_ files: [GeneratedFile], at path: String) -> GeneratedFile {
        let parts = files.map { SwiftFileParts($0) }
        let imports = parts.flatMap(\.imports).reduce(into: [String: Import]()) { merged, new in
            merged[new.module] = merged[new.module]?.merged(with: new) ?? new
        }
        let head = (parts.first?.comment ?? []) + [""] + imports.values.map(\.line).sorted()
        let lines = head + parts.flatMap { [""] + $0.declarations }
        return GeneratedFile(path: path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}

/// The lines of a generated file: its first comment, its imports, and all else.
private struct SwiftFileParts {
    let comment: [String]
    let imports: [Import]
    let declarations: [String]

    init(_ file: GeneratedFile) {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let comment = lines.prefix { $0.hasPrefix("//") && !$0.hasPrefix("///") }
        // Imports behind the first declaration stay there: a template may have put them under a condition.
        let head = lines.dropFirst(comment.count).prefix { $0.isEmpty || Import($0) != nil }
        let rest = lines.dropFirst(comment.count + head.count)
        self.comment = comment.map(String.init)
        imports = head.compactMap(Import.init)
        declarations = rest.dropLast(rest.last == "" ? 1 : 0).map(String.init)
    }
}

/// An import of a whole module.
private struct Import {
    let module: String
    /// Such as `@_spi(Generated)`.
    private let attributes: [String]
    /// An index of `accessLevels`.
    private let access: Int

    private static let accessLevels = ["", "internal", "package", "public"]

    /// Returns `nil` for a line that is something else.
    init?(_ line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        let attributes = words.prefix { $0.hasPrefix("@") }
        let rest = words.dropFirst(attributes.count)
        let modifier = rest.count == 3 ? rest.first ?? "" : ""
        guard let access = Self.accessLevels.firstIndex(of: modifier), let module = rest.last,
            rest.dropFirst(modifier.isEmpty ? 0 : 1).dropLast() == ["import"]
        else { return nil }
        (self.module, self.attributes, self.access) = (module, Array(attributes), access)
    }

    private init(module: String, attributes: [String], access: Int) {
        (self.module, self.attributes, self.access) = (module, attributes, access)
    }

    func merged(with other: Import) -> Import {
        Import(
            module: module, attributes: (attributes + other.attributes).withoutDuplicates,
            access: max(access, other.access))
    }

    var line: String {
        (attributes + [Self.accessLevels[access], "import", module].filter { !$0.isEmpty })
            .joined(separator: " ")
    }
}
