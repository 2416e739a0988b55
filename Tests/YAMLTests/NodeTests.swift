import APIGenSourceText
import Testing
import APIGenYAML

/// What `Node` offers beyond the tree that the cases show.
@Suite struct NodeTests {
    @Test(arguments: [1, 10, 32, 33, 5000])
    func keysAreFoundInMappingsOfAnySize(_ size: Int) throws {
        let text = (0..<size).map { "key\($0): \($0)\n" }.joined()
        let root = try #require(Reading(text).root)
        for index in 0..<size {
            #expect(root["key\(index)"]?.scalar == .integer(index))
        }
        #expect(root["key\(size)"] == nil)
        #expect(root["0"] == nil)
        #expect(root.entries.map(\.key.text) == (0..<size).map { "key\($0)" })
    }

    @Test func aKeyOfAnotherMappingIsNotFound() throws {
        let root = try #require(Reading("a: {b: 1}\nc: {d: 2}\n").root)
        #expect(root["a"]?["b"]?.text == "1")
        #expect(root["a"]?["d"] == nil)
        #expect(root["b"] == nil)
    }

    @Test func keysAreComparedByTheirCodePoints() throws {
        let root = try #require(Reading("\u{E9}: composed\ne\u{301}: decomposed\n").root)
        #expect(root["\u{E9}"]?.text == "composed")
        #expect(root["e\u{301}"]?.text == "decomposed")
    }

    @Test func anAliasIsTheNodeOfItsAnchor() throws {
        let root = try #require(Reading("a: &a {x: 1}\nb: *a\nc: {x: 1}\n").root)
        #expect(root["a"]?.id == root["b"]?.id)
        #expect(root["a"]?.id != root["c"]?.id)
        #expect(root["b"]?.range == root["a"]?.range)
    }

    @Test func nodesOfDifferentFilesDiffer() throws {
        let source = SourceFile(path: "input.yaml", bytes: Array("text".utf8))
        var diagnostics = Diagnostics()
        let roots = try (0..<2).map { index in
            try #require(parseDocument(source, as: FileID(index: index), diagnostics: &diagnostics))
        }
        #expect(roots[0].id != roots[1].id)
        #expect(roots[1].range.file == FileID(index: 1))
    }

    @Test func aNodeHasOnlyWhatItsKindHas() throws {
        let root = try #require(Reading("map: {a: 1}\nlist: [1, 2]\ntext: x\n").root)
        let (map, list, text) = try (
            #require(root["map"]), #require(root["list"]), #require(root["text"])
        )
        #expect([map, list, text].map(\.kind) == [.mapping, .sequence, .scalar])
        #expect([map, list, text].map(\.entries.count) == [1, 0, 0])
        #expect([map, list, text].map(\.elements.count) == [0, 2, 0])
        #expect([map, list, text].map(\.text) == [nil, nil, "x"])
        #expect([map, list, text].map(\.scalar) == [nil, nil, .string("x")])
        #expect([map, list, text].map(\.isPlain) == [false, false, true])
        #expect(list["a"] == nil && text["x"] == nil)
    }

    @Test func mistakesReportedBeforeAreNoneOfTheDocument() {
        var diagnostics = Diagnostics()
        diagnostics.report(Diagnostic(code: "other", "another file is missing", at: nil))
        let source = SourceFile(path: "input.yaml", bytes: Array("a: 1".utf8))
        #expect(parseDocument(source, as: FileID(index: 0), diagnostics: &diagnostics) != nil)
    }
}
