import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing
import APIGenYAML

/// Documents with a value of another kind in every place, one at a time: each ends in a client, or in an error that has
/// a place, and never in a crash.
@Suite(.blocking) struct ReplacedValueTests {
    private static let documents = CaseFolder.packageRoot.appendingPathComponent("Tests/Documents")

    @Test(
        arguments: ["bookings.json", "sensors.yaml", "recovered.yaml"],
        [["null", "[]", "\"x\""], ["{}", "-1", "{\"$ref\": \"#\"}"]],
    )
    func endsInAClientOrAnError(document: String, values: [String]) throws {
        let bytes = Array(try Data(contentsOf: Self.documents.appendingPathComponent(document)))
        var diagnostics = Diagnostics()
        let source = SourceFile(path: document, bytes: bytes)
        let root = try #require(parseDocument(source, as: FileID(index: 0), diagnostics: &diagnostics))
        let places = Self.nodes(below: root)
        #expect(places.count > 50)
        let texts = places.enumerated().map { number, place in
            Self.json(root, replacing: place.id, with: values[number % values.count])
        }
        let pipeline = Pipeline(
            reader: Reader(texts: texts), templates: CaseFolder.templates, rules: .lenient)
        for (number, text) in texts.enumerated() {
            let run = Self.run("\(number)", pipeline)
            #expect(run.isGenerated || run.hasErrors, "\(text)")
            #expect(
                !run.messages.contains { $0.hasPrefix("error: ") || $0.hasPrefix("warning: ") }, "\(text)")
        }
    }

    private static func run(
        _ path: String,
        _ prepared: Pipeline,
    ) -> (isGenerated: Bool, hasErrors: Bool, messages: [String]) {
        var pipeline = prepared
        let files = pipeline.generate(
            Service(name: "Shop", document: DocumentRequest(path: path), source: "api.json"))
        let messages = DiagnosticRenderer(files: pipeline.files).render(pipeline.diagnostics)
        return (files != nil, pipeline.diagnostics.hasErrors, messages.components(separatedBy: "\n"))
    }

    private static func nodes(below node: Node) -> [Node] {
        [node] + node.elements.flatMap(nodes) + node.entries.map(\.value).flatMap(nodes)
    }

    private static func json(_ node: Node, replacing id: Node.ID, with value: String) -> String {
        if node.id == id { return value }
        switch node.kind {
        case .scalar:
            guard case .string(let text)? = node.scalar else { return node.text ?? "" }
            return quoted(text)
        case .sequence:
            return "[\(node.elements.map { json($0, replacing: id, with: value) }.joined(separator: ", "))]"
        case .mapping:
            let entries = node.entries.map { entry in
                "\(quoted(entry.key.text ?? "")): \(json(entry.value, replacing: id, with: value))"
            }
            return "{\(entries.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// The texts by their numbers.
    private struct Reader: FileReader {
        let texts: [String]

        func read(_ path: String) throws(FileFailure) -> [UInt8] {
            guard let number = Int(path), texts.indices.contains(number) else { throw .missing }
            return Array(texts[number].utf8)
        }
    }
}
