import APIGenSourceText
import Testing
import APIGenYAML

@Suite struct DraftTests {
    private let files: SourceFiles
    private let root: Node
    private let other: Node

    init() throws {
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        func parse(_ text: String, _ path: String) -> Node? {
            let source = SourceFile(path: path, bytes: Array(text.utf8))
            return parseDocument(source, as: files.add(source), diagnostics: &diagnostics)
        }
        root = try #require(parse("first: {a: 1}\nsecond: [x, y]\nthird: 3\n", "base.yaml"))
        other = try #require(parse("new: {b: [1.10, two]}\nthird: null\n", "other.yaml"))
        self.files = files
    }

    private func changed(_ draft: Draft) -> Node? {
        var diagnostics = Diagnostics()
        let node = draft.document(replacing: root, diagnostics: &diagnostics)
        #expect(diagnostics.isEmpty)
        return node
    }

    /// The document without its second entry, with one of the other document, and a value of that.
    private func mixed() throws -> Node {
        let (own, others) = (root.entries, other.entries)
        let draft = Draft.mapping(
            [
                (own[0].key, .node(own[0].value)),
                (own[2].key, .node(others[1].value)),
                (others[0].key, .node(others[0].value)),
            ], at: root)
        return try #require(changed(draft))
    }

    @Test func keepsThePlacesOfAllNodes() throws {
        #expect(
            dump(try mixed()) == """
                mapping 1:1+1
                  "first": 1:1+5
                    mapping 1:8+1
                      "a": 1:9+1
                        plain "1" = integer 1 1:12+1
                  "third": 3:1+5
                    plain "null" = null 2:8+4
                  "new": 1:1+3
                    mapping 1:6+1
                      "b": 1:7+1
                        sequence 1:10+1
                          plain "1.10" = number 1.1 1:11+4
                          plain "two" 1:17+3

                """)
    }

    @Test func tellsThePlaceFromTheDocument() throws {
        let mixed = try mixed()
        let added = try #require(mixed["new"]?["b"])
        #expect(files[added.range.file].path == "other.yaml")
        #expect(files[added.document].path == "base.yaml")
        #expect(mixed["second"] == nil)
        #expect(mixed["first"]?.id == root["first"]?.id, "what stays is the same node")
        #expect(mixed.id != root.id)
    }

    @Test func findsKeysInLargeMappings() throws {
        var (files, diagnostics) = (files, Diagnostics())
        let text = (0..<100).map { "k\($0): v\($0)\n" }.joined()
        let source = SourceFile(path: "wide.yaml", bytes: Array(text.utf8))
        let wide = try #require(parseDocument(source, as: files.add(source), diagnostics: &diagnostics))
        let entries = root.entries.map { ($0.key, Draft.node($0.value)) }
        let added = wide.entries.map { ($0.key, Draft.node($0.value)) }
        let mixed = try #require(changed(.mapping(entries + added, at: root)))
        #expect(mixed["k99"]?.text == "v99")
        #expect(mixed["first"]?["a"]?.text == "1")
        #expect(root["k99"] == nil, "the former document is as it was")
    }

    @Test func refusesToGrowTooDeep() throws {
        var draft = Draft.node(root)
        for _ in 0..<600 { draft = .sequence([draft], at: root) }
        var diagnostics = Diagnostics()
        #expect(draft.document(replacing: root, diagnostics: &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.code) == ["nested-too-deeply"])
    }
}
