/// Formats diagnostics for people and editors: `file:line:column: error: message [code]`, followed by the source line
/// with a caret under the range.
public struct DiagnosticRenderer: Sendable {
    private let files: SourceFiles
    private let usesColor: Bool

    public init(files: SourceFiles, usesColor: Bool = false) {
        self.files = files
        self.usesColor = usesColor
    }

    public func render(_ diagnostics: Diagnostics) -> String { render(diagnostics.sorted) }

    public func render(_ diagnostics: [Diagnostic]) -> String {
        var lines: [FileID: SourceLines] = [:]
        return diagnostics.map { render($0, &lines) }.joined()
    }

    public func render(_ diagnostic: Diagnostic) -> String { render([diagnostic]) }

    private func render(_ diagnostic: Diagnostic, _ lines: inout [FileID: SourceLines]) -> String {
        let label = paint(diagnostic.severity.rawValue, diagnostic.severity == .error ? .red : .yellow)
        let code = paint("[\(diagnostic.code)]", .faint)
        var text = entry(label, "\(Self.escaped(diagnostic.message)) \(code)", at: diagnostic.range, &lines)
        for note in diagnostic.notes {
            text += entry(paint("note", .cyan), Self.escaped(note.message), at: note.range, &lines)
        }
        return text
    }

    private func entry(
        _ label: String,
        _ message: String,
        at range: SourceRange?,
        _ lines: inout [FileID: SourceLines],
    ) -> String {
        guard let range else { return "\(label): \(message)\n" }
        let file = files[range.file]
        let line = lines[range.file, default: SourceLines(file)].scalars(ofLine: range.line)
        return "\(file.path):\(range.line):\(range.column): \(label): \(message)\n" + quote(line, range)
    }

    /// The source line, and below it a caret and tildes under the range. Tabs are kept, so that both lines align.
    private func quote(_ line: [Unicode.Scalar], _ range: SourceRange) -> String {
        guard !line.isEmpty else { return "" }
        let start = min(range.column - 1, line.count)
        let length = min(range.length, max(1, line.count - start))
        guard line.count <= Self.longestLine else { return quote(excerptOf: line, start, length) }
        let indent = line.prefix(start).map { $0 == "\t" ? "\t" : " " }.joined()
        return "    \(Self.text(line[...]))\n    \(indent)\(marker(length))\n"
    }

    /// An excerpt around the range, since a line of a minified document may be megabytes long.
    private func quote(excerptOf line: [Unicode.Scalar], _ start: Int, _ length: Int) -> String {
        let from = max(0, start - 40)
        let excerpt = line[from..<min(line.count, from + Self.longestLine)]
        let text = Self.text(excerpt.map { $0 == "\t" ? " " : $0 }[...])
        let indent = String(repeating: " ", count: start - from + 3)
        return "    ...\(text)...\n    \(indent)\(marker(min(length, Self.longestLine - (start - from))))\n"
    }

    /// The message on one line. Control characters are escaped, so that names cannot start another line or control a
    /// terminal.
    public static func escaped(_ message: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in message.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static let longestLine = 200

    private func marker(_ length: Int) -> String {
        paint("^" + String(repeating: "~", count: max(0, length - 1)), .green)
    }

    private enum Color: String {
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "1;36"
        case green = "1;32"
        case faint = "2"
    }

    private func paint(_ text: String, _ color: Color) -> String {
        usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}
