import Generator
import SourceText
import Testing
import YAML

@Suite struct AccountTests {
    @Test(arguments: CaseFolder.all(with: "account.txt"))
    func tellsTheFateOfEachNode(_ folder: CaseFolder) throws {
        let account = try #require(folder.account())
        let fates = account.items.map { "\($0.fate.rawValue) \($0.pointer)\n" }
        let text = account.table + "\n" + fates.joined()
        if CaseFolder.isUpdating { return try folder.write(text, to: "account.txt") }
        #expect(text == folder.read("account.txt"))
    }

    /// Who changes a node that counts as typed changes the code, or breaks the document; who changes another one
    /// changes no more than comments.
    @Test(arguments: CaseFolder.all(with: "account.txt"))
    func tellsTheTruth(_ folder: CaseFolder) throws {
        let text = try #require(folder.read("spec.yaml"))
        let original = Outcome(text, in: folder)
        let account = try #require(folder.account())
        for mutation in Mutation.all(of: text) {
            let item = try #require(account.items.first { mutation.isOf($0) })
            let outcome = Outcome(mutation.text, in: folder)
            switch item.fate {
            // The version says how to read the rest.
            case .typed where item.pointer == "#/openapi": break
            case .typed: #expect(outcome != original, "\(item.pointer)")
            // What is handed over as bytes or text is told by its type, and who mends a mistake may get more.
            case .opaque, .reported: break
            default: #expect(outcome.code == original.code || outcome.code == nil, "\(item.pointer)")
            }
        }
    }

    @Test(arguments: CaseFolder.all(with: "expected"))
    func countsEachNodeOnce(_ folder: CaseFolder) throws {
        let account = try #require(folder.account())
        #expect(account.nodeCount == account.items.count)
        #expect(account.nodeCount == Fate.allCases.map(account.count).reduce(0, +))
        #expect(account.nodeCount == account.rows.map(\.total).reduce(0, +))
        #expect(account.losses.isEmpty)
        guard folder.documents == ["spec.yaml"] else { return }
        var diagnostics = Diagnostics()
        let source = SourceFile(path: "spec.yaml", bytes: Array((folder.read("spec.yaml") ?? "").utf8))
        let root = try #require(parseDocument(source, as: FileID(index: 0), diagnostics: &diagnostics))
        #expect(account.nodeCount == nodes(in: root))
    }

    private func nodes(in node: Node) -> Int {
        1 + node.elements.map(nodes).reduce(0, +) + node.entries.map { nodes(in: $0.value) }.reduce(0, +)
    }
}
