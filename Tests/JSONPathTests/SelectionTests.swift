import APIGenJSONPath
import APIGenSourceText
import Testing
import APIGenYAML

/// What queries select, in documents of our own that have the shapes of the examples of RFC 9535.
@Suite struct SelectionTests {
    private static let library = """
        shelf:
          books:
            - {genre: essays, author: Montaigne, name: Trials, cost: 8.95}
            - {genre: novel, author: Eliot, name: Marches, cost: 12.99}
            - {genre: novel, author: Melville, name: Whale, code: 0-553, cost: 8.99}
            - {genre: novel, author: Mann, name: Mountain, code: 0-395, cost: 22.99}
          lamp: {shade: green, cost: 399}
        limit: 10
        """

    private static let words = """
        letters: [a, b, c, d, e, f, g]
        "two words": {"x-y": {"it's": 1, 'say "so"': 2}}
        "/paths/{id}": {get: 1}
        ☺: {b: {c: 3}}
        nested: [[a, [b]], {a: [c, {a: d}]}]
        """

    private static let numbers = """
        rows:
          - 3
          - 5
          - 1.0
          - {b: j}
          - {b: k}
          - {b: {}}
          - {b: kilo}
          - {b: null}
          - [2, 3]
          - "1"
          - true
        one: 1
        same: {b: j}
        list: [2, 3.0]
        """

    struct Row: CustomTestStringConvertible {
        let path: String
        let pointers: String

        var testDescription: String { path }

        init(_ path: String, _ pointers: String) {
            (self.path, self.pointers) = (path, pointers)
        }
    }

    private func check(_ row: Row, in document: String) throws {
        let source = SourceFile(path: "a.yaml", bytes: Array(document.utf8))
        var (files, diagnostics) = (SourceFiles(), Diagnostics())
        let root = try #require(
            parseDocument(source, as: files.add(source), diagnostics: &diagnostics))
        let selected = try PathQuery(row.path).select(in: root)
        #expect(selected.map { pointer($0.location, in: root) }.joined(separator: " ") == row.pointers)
        #expect(selected.allSatisfy { follow($0.location, from: root)?.id == $0.node.id })
    }

    private func follow(_ location: [Int], from root: Node) -> Node? {
        location.reduce(Optional(root)) { node, position in
            node.map { $0.kind == .mapping ? $0.entries[position].value : $0.elements[position] }
        }
    }

    private func pointer(_ location: [Int], in root: Node) -> String {
        var (node, pointer) = (root, "")
        for position in location {
            if node.kind == .mapping {
                pointer += "/" + (node.entries[position].key.text ?? "")
                node = node.entries[position].value
            } else {
                pointer += "/\(position)"
                node = node.elements[position]
            }
        }
        return pointer.isEmpty ? "/" : pointer
    }

    @Test(arguments: [
        Row("$", "/"),
        Row("$.shelf.books[*].author", (0..<4).map { "/shelf/books/\($0)/author" }.joined(separator: " ")),
        Row("$..author", (0..<4).map { "/shelf/books/\($0)/author" }.joined(separator: " ")),
        Row("$.shelf.*", "/shelf/books /shelf/lamp"),
        Row(
            "$.shelf..cost",
            (0..<4).map { "/shelf/books/\($0)/cost" }.joined(separator: " ") + " /shelf/lamp/cost"),
        Row("$..books[2]", "/shelf/books/2"),
        Row("$..books[2].author", "/shelf/books/2/author"),
        Row("$..books[2].publisher", ""),
        Row("$..books[-1]", "/shelf/books/3"),
        Row("$..books[0,1]", "/shelf/books/0 /shelf/books/1"),
        Row("$..books[:2]", "/shelf/books/0 /shelf/books/1"),
        Row("$..books[?@.code]", "/shelf/books/2 /shelf/books/3"),
        Row("$..books[?@.cost<10]", "/shelf/books/0 /shelf/books/2"),
        Row("$..books[?@.cost < $.limit && @.genre == 'novel']", "/shelf/books/2"),
        Row("$.shelf[?@.cost].shade", "/shelf/lamp/shade"),
        Row("$..[?@.genre=='novel' && !@.code]", "/shelf/books/1"),
        Row(
            "$..[?@.author == 'Mann' || @.author == \"Eliot\"].name",
            "/shelf/books/1/name /shelf/books/3/name"),
        Row(
            "$.shelf.books[?(@.cost > 9 && (@.author=='Eliot' || @.code))].cost",
            "/shelf/books/1/cost /shelf/books/3/cost"),
        Row("$.shelf.books[?length(@.name) == 5]", "/shelf/books/2"),
        Row("$.shelf.books[?length(@) > 4].name", "/shelf/books/2/name /shelf/books/3/name"),
        Row("$.shelf[?count(@.*) == 2]", "/shelf/lamp"),
        Row(
            "$.shelf.books[?match(@.author, 'M.*')].author",
            "/shelf/books/0/author /shelf/books/2/author /shelf/books/3/author"),
        Row("$.shelf.books[?match(@.author, 'M')]", ""),
        Row("$.shelf.books[?search(@.author, '[lv]+e$')].author", "/shelf/books/2/author"),
        Row("$.shelf.books[?!search(@.author, 'M')].author", "/shelf/books/1/author"),
        Row("$.shelf[?value(@..shade) == 'green']", "/shelf/lamp"),
        Row("$.shelf[?value(@..author) == 'Eliot']", ""),
    ])
    func selectsInALibrary(_ row: Row) throws { try check(row, in: Self.library) }

    @Test(arguments: [
        Row("$['two words']['x-y'][\"it's\"]", "/two words/x-y/it's"),
        Row(#"$["two words"]["x-y"]['it\'s']"#, "/two words/x-y/it's"),
        Row(#"$["two words"]["x-y"]["say \"so\""]"#, #"/two words/x-y/say "so""#),
        Row("$['/paths/{id}'].get", "//paths/{id}/get"),
        Row(#"$["\u263a"].b.c"#, "/☺/b/c"),
        Row("$.☺ .b\n [ 'c' ]", "/☺/b/c"),
        Row(#"$["\ud83d\ude00"]"#, ""),
        Row("$.letters[1]", "/letters/1"),
        Row("$.letters[-2]", "/letters/5"),
        Row("$.letters[7]", ""),
        Row("$.letters[-8]", ""),
        Row("$.letters[1:3]", "/letters/1 /letters/2"),
        Row("$.letters[5:]", "/letters/5 /letters/6"),
        Row("$.letters[1:5:2]", "/letters/1 /letters/3"),
        Row("$.letters[5:1:-2]", "/letters/5 /letters/3"),
        Row("$.letters[::-3]", "/letters/6 /letters/3 /letters/0"),
        Row("$.letters[-2: ]", "/letters/5 /letters/6"),
        Row("$.letters[-20:-5]", "/letters/0 /letters/1"),
        Row("$.letters[0:2:0]", ""),
        Row("$.letters[0, 0]", "/letters/0 /letters/0"),
        Row("$.letters[0:2, 5]", "/letters/0 /letters/1 /letters/5"),
        Row("$.letters.a", ""),
        Row("$.nested[0]", "/nested/0"),
        Row("$.nested['0']", ""),
        Row("$.nested..[0]", "/nested/0 /nested/0/0 /nested/0/1/0 /nested/1/a/0"),
        Row(
            "$.nested..*",
            "/nested/0 /nested/1 /nested/0/0 /nested/0/1 /nested/0/1/0 /nested/1/a /nested/1/a/0 /nested/1/a/1 /nested/1/a/1/a"
        ),
        Row("$.nested..a", "/nested/1/a /nested/1/a/1/a"),
        Row("$.nested.*[*, 1]", "/nested/0/0 /nested/0/1 /nested/0/1 /nested/1/a"),
    ])
    func selectsByNamesAndIndexes(_ row: Row) throws { try check(row, in: Self.words) }

    @Test(arguments: [
        Row("$.rows[?@.b == 'kilo']", "/rows/6"),
        Row("$.rows[?(@.b == 'kilo')]", "/rows/6"),
        Row("$.rows[?@ > 3.5]", "/rows/1"),
        Row("$.rows[?@ == 1]", "/rows/2"),
        Row("$.rows[?@ >= 3]", "/rows/0 /rows/1"),
        Row("$.rows[?@ <= '1']", "/rows/9"),
        Row("$.rows[?@ == true]", "/rows/10"),
        Row("$.rows[?@.b]", "/rows/3 /rows/4 /rows/5 /rows/6 /rows/7"),
        Row("$.rows[?@.b == null]", "/rows/7"),
        Row("$.rows[?@.b < 'kilo']", "/rows/3 /rows/4"),
        Row("$.rows[?@.b != 'kilo' && @.b != $.none]", "/rows/3 /rows/4 /rows/5 /rows/7"),
        Row("$.rows[?@.b == $.none]", "/rows/0 /rows/1 /rows/2 /rows/8 /rows/9 /rows/10"),
        Row("$.rows[?@ == $.same]", "/rows/3"),
        Row("$.rows[?@ == $.list]", "/rows/8"),
        Row("$.rows[?@.*]", "/rows/3 /rows/4 /rows/5 /rows/6 /rows/7 /rows/8"),
        Row("$.rows[?@[?@ > 2]]", "/rows/8"),
        Row("$.rows[?@<2e0, ?@=='1']", "/rows/2 /rows/9"),
        Row("$[?@ == 1]", "/one"),
        Row("$.rows[?length(@.b) == 0]", "/rows/5"),
        Row("$.rows[?!(@.b || @ == 3 || @ == 5)]", "/rows/2 /rows/8 /rows/9 /rows/10"),
    ])
    func selectsByFilters(_ row: Row) throws { try check(row, in: Self.numbers) }
}
