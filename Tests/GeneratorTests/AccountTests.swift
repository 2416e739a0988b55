import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing
import APIGenYAML

@Suite(.blocking) struct AccountTests {
    @Test(arguments: CaseFolder.all(with: "coverage.txt"))
    func tellsTheFateOfEachNode(_ folder: CaseFolder) throws {
        let coverage = try #require(folder.coverage())
        let outcomes = coverage.items.map { "\($0.outcome.rawValue) \($0.pointer)\n" }
        let text = coverage.table + "\n" + outcomes.joined()
        if CaseFolder.isUpdating { return try folder.write(text, to: "coverage.txt") }
        #expect(text == folder.read("coverage.txt"))
    }

    /// Who changes a node that counts as typed changes the code, or breaks the document; who changes one that counts as
    /// documentation changes the comments; and who changes one that counts as dropped changes nothing.
    @Test(arguments: ProbedDocument.all, 0..<parts)
    func tellsTheTruth(_ document: ProbedDocument, part: Int) throws {
        let probe = document.probe()
        let (coverage, files) = try probe.coverage()
        let original = probe.generation()
        var lies: [String] = []
        for (path, items) in Dictionary(grouping: coverage.items, by: { files[$0.range.file].path }) {
            for (item, mutation) in Self.selection(of: Mutation.all(of: probe.text(of: path)), items, part) {
                let generation = probe.generation(changing: path, to: mutation.text)
                if !generation.bears(out: item.outcome, original) {
                    lies.append("\(item.outcome.rawValue) \(path)\(item.pointer)")
                }
            }
        }
        #expect(lies == [])
    }

    /// Large documents are taken in several parts, at once.
    private static let parts = 4

    /// With `PROBE_EVERY_NODE=1` in the environment no node is left out, which takes minutes.
    private static let isComplete = ProcessInfo.processInfo.environment["PROBE_EVERY_NODE"] == "1"

    /// Of the nodes that are alike, two: those of one outcome with the same key in a parent of the same key.
    private static func selection(
        of mutations: [Mutation],
        _ items: [CoverageReport.Item],
        _ part: Int,
    ) -> [(item: CoverageReport.Item, mutation: Mutation)] {
        var counts: [String: Int] = [:]
        let selected = mutations.compactMap { mutation -> (item: CoverageReport.Item, mutation: Mutation)? in
            guard let item = items.first(where: mutation.isOf), !isSaidTwice(item.pointer) else { return nil }
            let keys = item.pointer.split(separator: "/").suffix(2).joined(separator: "/")
            let likeness = "\(item.outcome) \(keys)"
            counts[likeness, default: 0] += 1
            return isComplete || counts[likeness, default: 0] <= 2 ? (item, mutation) : nil
        }
        return selected.enumerated().filter { $0.offset % parts == part }.map(\.element)
    }

    /// Whether another node of a case says the same or more, so that a change of this one alone changes nothing; or
    /// whether it says how to read the rest.
    private static func isSaidTwice(_ pointer: String) -> Bool {
        let pointers = [
            "#/openapi",
            "#/$self",
            "#/components/pathItems/Page/parameters/1/name",
            "#/components/schemas/Collection/properties/count/minimum",
            "#/components/schemas/Event/discriminator/propertyName",
            "#/components/schemas/Filter/$recursiveAnchor",
            "#/components/schemas/Order/properties/never/allOf/0/nullable",
            "#/components/schemas/Parts/properties/common/allOf/0/enum/0",
            "#/components/schemas/Parts/properties/common/allOf/1/enum/2",
            "#/components/schemas/Parts/properties/text/allOf/1/maxLength",
        ]
        return pointers.contains(pointer)
    }

    @Test(arguments: CaseFolder.all(with: "expected"))
    func countsEachNodeOnce(_ folder: CaseFolder) throws {
        let coverage = try #require(folder.coverage())
        #expect(coverage.nodeCount == coverage.items.count)
        #expect(coverage.nodeCount == Outcome.allCases.map(coverage.count).reduce(0, +))
        #expect(coverage.nodeCount == coverage.rows.map(\.total).reduce(0, +))
        #expect(coverage.losses.isEmpty)
        guard folder.documents == ["spec.yaml"] else { return }
        var diagnostics = Diagnostics()
        let source = SourceFile(path: "spec.yaml", bytes: Array((folder.read("spec.yaml") ?? "").utf8))
        let root = try #require(parseDocument(source, as: FileID(index: 0), diagnostics: &diagnostics))
        #expect(coverage.nodeCount == nodes(in: root))
    }

    private func nodes(in node: Node) -> Int {
        1 + node.elements.map(nodes).reduce(0, +) + node.entries.map { nodes(in: $0.value) }.reduce(0, +)
    }
}
