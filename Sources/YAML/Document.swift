public import APIGenSourceText

/// Parses a document, which is YAML 1.2 or JSON (RFC 8259), and returns its root.
///
/// A file is JSON if its name ends in `.json`, or if it starts with a bracket and is valid JSON; otherwise it is YAML.
/// It must be UTF-8, contain one document, and nest collections no deeper than 500 levels.
///
/// - Returns: `nil` after an error, which was reported.
public func parseDocument(
    _ source: SourceFile,
    as file: FileID,
    diagnostics: inout Diagnostics,
) -> Node? {
    let reader = DocumentReader(source, file: file)
    return reader.read(diagnostics: &diagnostics).map { Node(tree: $0, index: $0.root) }
}

/// Determines the format of a file, and parses it.
private struct DocumentReader {
    /// Offsets in the tree have 32 bits.
    private static let maximumSize = 1 << 30

    private let source: SourceFile
    private let file: FileID
    /// The bytes without a byte order mark.
    private let content: ArraySlice<UInt8>
    private let isNamedJSON: Bool

    init(_ source: SourceFile, file: FileID) {
        self.source = source
        self.file = file
        let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        content = source.bytes.dropFirst(hasMark ? 3 : 0)
        isNamedJSON = source.path.lowercased().hasSuffix(".json")
    }

    func read(diagnostics: inout Diagnostics) -> Tree? {
        if let refusal {
            diagnostics.report(refusal)
            return nil
        }
        guard isNamedJSON || firstBytes.first.map({ "{[".utf8.contains($0) }) == true else {
            return readYAML(&diagnostics)
        }
        do throws(SyntaxError) {
            return try JSONReader.read(content, file: file, diagnostics: &diagnostics)
        } catch {
            return retry(after: error, &diagnostics)
        }
    }

    /// Tries to parse a file as YAML that starts like JSON but is invalid: flow collections of YAML start in the same
    /// way.
    private func retry(after error: SyntaxError, _ diagnostics: inout Diagnostics) -> Tree? {
        var found = Diagnostics()
        let tree = isNamedJSON ? nil : readYAML(&found)
        if tree == nil, isNamedJSON || looksLikeJSON {
            diagnostics.report(error.diagnostic)
        } else {
            found.forward(to: &diagnostics)
        }
        return tree
    }

    private func readYAML(_ diagnostics: inout Diagnostics) -> Tree? {
        do throws(SyntaxError) {
            return YAMLReader.read(try YAMLText(content, file: file), diagnostics: &diagnostics)
        } catch {
            diagnostics.report(error.diagnostic)
            return nil
        }
    }

    private var refusal: Diagnostic? {
        if source.bytes.count > Self.maximumSize { return .tooLarge(in: file) }
        let marks: [([UInt8], String)] = [
            ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
            ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
        ]
        if let encoding = marks.first(where: { source.bytes.starts(with: $0.0) })?.1 ?? unmarkedEncoding {
            return .wrongEncoding(encoding, in: file)
        }
        // YAML could start with `<<`, but not with a single `<`.
        let isMarkup = firstBytes.first == UInt8(ascii: "<") && firstBytes.last != UInt8(ascii: "<")
        return isMarkup ? .markup(in: file) : nil
    }

    /// The encoding of a text that has no byte order mark and starts with an ASCII character.
    private var unmarkedEncoding: String? {
        guard source.bytes.count > 1 else { return nil }
        return switch (source.bytes[0], source.bytes[1]) {
        case (0, 1...), (1..., 0): "UTF-16"
        default: nil
        }
    }

    /// The first two bytes that are not whitespace.
    private var firstBytes: [UInt8] {
        Array(content.lazy.filter { !" \t\r\n".utf8.contains($0) }.prefix(2))
    }

    /// Whether a document that is neither valid JSON nor valid YAML was probably intended as JSON.
    private var looksLikeJSON: Bool {
        firstBytes.count < 2 || "\"{[}]".utf8.contains(firstBytes[1])
    }
}

extension Diagnostics {
    /// Reports all diagnostics to `other`.
    func forward(to other: inout Diagnostics) {
        for diagnostic in sorted { other.report(diagnostic) }
    }
}
