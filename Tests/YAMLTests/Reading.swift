import APIGenSourceText
import APIGenYAML

/// A document that was read, with all that was said about it.
struct Reading {
    let root: Node?
    let diagnostics: Diagnostics
    private let files: SourceFiles

    init(_ bytes: [UInt8], path: String = "input.yaml") {
        let source = SourceFile(path: path, bytes: bytes)
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        root = parseDocument(source, as: files.add(source), diagnostics: &diagnostics)
        self.diagnostics = diagnostics
        self.files = files
    }

    init(_ text: String, path: String = "input.yaml") {
        self.init(Array(text.utf8), path: path)
    }

    var codes: [String] { diagnostics.sorted.map(\.code) }

    var rendered: String { DiagnosticRenderer(files: files).render(diagnostics) }

    /// The first line of what people are told: where, and what is wrong.
    var firstLine: String { String(rendered.prefix { $0 != "\n" }) }
}

/// A tree as text: a node a line, with its place as `line:column+length`.
func dump(_ root: Node) -> String {
    lines(of: root, depth: 0).joined(separator: "\n") + "\n"
}

private func lines(of node: Node, depth: Int) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    let place = "\(node.range.line):\(node.range.column)+\(node.range.length)"
    switch node.kind {
    case .scalar: return ["\(indentation)\(describe(node)) \(place)"]
    case .sequence:
        return ["\(indentation)sequence \(place)"] + node.elements.flatMap { lines(of: $0, depth: depth + 1) }
    case .mapping:
        let entries = node.entries.flatMap { entry in
            let key = "\(entry.key.range.line):\(entry.key.range.column)+\(entry.key.range.length)"
            return ["\(indentation)  \((entry.key.text ?? "?").debugDescription): \(key)"]
                + lines(of: entry.value, depth: depth + 2)
        }
        return ["\(indentation)mapping \(place)"] + entries
    }
}

private func describe(_ node: Node) -> String {
    let text = (node.text ?? "?").debugDescription
    let style = node.isPlain ? "plain" : "text"
    return switch node.scalar {
    case .string: "\(style) \(text)"
    case .null: "\(style) \(text) = null"
    case .bool(let value): "\(style) \(text) = \(value)"
    case .integer(let value): "\(style) \(text) = integer \(value)"
    case .number(let value): "\(style) \(text) = number \(value)"
    case nil: "collection"
    }
}
