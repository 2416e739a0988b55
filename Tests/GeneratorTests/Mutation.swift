import Foundation
import APIGenerator
import APIGenSourceText
import APIGenYAML

/// A document with one scalar changed.
struct Mutation {
    let range: SourceRange
    let text: String

    func isOf(_ item: CoverageReport.Item) -> Bool {
        (item.range.line, item.range.column, item.range.length) == (range.line, range.column, range.length)
    }

    /// A mutation for each scalar of a file that stands on one line.
    static func all(of text: String) -> [Mutation] {
        var diagnostics = Diagnostics()
        let source = SourceFile(path: "", bytes: Array(text.utf8))
        guard let root = parseDocument(source, as: FileID(index: 0), diagnostics: &diagnostics) else {
            return []
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            Array($0.unicodeScalars)
        }
        return scalars(below: root).compactMap { node in
            let line = lines[node.range.line - 1]
            let start = node.range.column - 1
            guard start + node.range.length <= line.count, let value = changed(node, line[start]) else {
                return nil
            }
            defer { lines[node.range.line - 1] = line }
            lines[node.range.line - 1].replaceSubrange(
                start..<start + node.range.length, with: value.unicodeScalars)
            let text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
            return Mutation(range: node.range, text: text)
        }
    }

    private static func scalars(below node: Node) -> [Node] {
        switch node.kind {
        case .scalar: [node]
        case .sequence: node.elements.flatMap(scalars)
        case .mapping: node.entries.map(\.value).flatMap(scalars)
        }
    }

    /// Another value of the same kind; `nil` for a text over several lines.
    private static func changed(_ node: Node, _ first: Unicode.Scalar) -> String? {
        switch node.scalar {
        case .bool(let value): return "\(!value)"
        case .integer(let value): return "\(value + 1)"
        case .number(let value): return "\(value + 1)"
        case .string(let text) where first == "\"" || first == "'": return "\(first)\(text)Zz\(first)"
        case .string(let text) where first != "|" && first != ">": return text + "Zz"
        case .string, .null, nil: return nil
        }
    }
}
