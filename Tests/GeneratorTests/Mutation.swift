import Foundation
import Generator
import SourceText
import YAML

/// A document with one scalar changed.
struct Mutation {
    let range: SourceRange
    let text: String

    /// A mutation for each scalar of a document that stands on one line.
    static func all(of text: String) -> [Mutation] {
        var diagnostics = Diagnostics()
        let source = SourceFile(path: "spec.yaml", bytes: Array(text.utf8))
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

extension CaseFolder {
    /// What a document comes to, but for what is only told: the code, `nil` if there is none, and the kinds of the
    /// diagnostics.
    static func outcome(_ text: String) -> (code: [String]?, findings: [String]) {
        let templates = Self.packageRoot.appendingPathComponent("Templates/Swift")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: templates.path)) ?? []).sorted()
        let reader = MutantReader(text: text, templates: CaseReader(folders: [templates]))
        var pipeline = Pipeline(reader: reader, templates: names, rules: .lenient)
        let files = pipeline.generate(
            Service(name: "Shop", document: DocumentRequest(path: "spec.yaml"), source: "spec.yaml"))
        let lines = files?.flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
        let code = lines?.filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.map(String.init)
        return (code, pipeline.diagnostics.found.map(\.code).sorted())
    }
}

private struct MutantReader: FileReader {
    let text: String
    let templates: CaseReader

    func read(_ path: String) -> [UInt8]? {
        path == "spec.yaml" ? Array(text.utf8) : templates.read(path)
    }
}
