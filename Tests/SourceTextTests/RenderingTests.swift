import APIGenSourceText
import Testing

@Suite struct RenderingTests {
    private func render(
        _ text: String,
        line: Int,
        column: Int,
        length: Int = 1,
        usesColor: Bool = false,
        message: String = "this is odd",
    ) -> String {
        var files = SourceFiles()
        let id = files.add(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        let range = SourceRange(file: id, line: line, column: column, length: length)
        let renderer = DiagnosticRenderer(files: files, usesColor: usesColor)
        return renderer.render(Diagnostic(code: "odd", message, at: range))
    }

    @Test func pointsBelowTheRange() {
        #expect(
            render("a: 1\nb: two\n", line: 2, column: 4, length: 3) == """
                a.yaml:2:4: error: this is odd [odd]
                    b: two
                       ^~~

                """)
    }

    @Test func keepsTabsSoThatTheCaretStandsRight() {
        #expect(render("\tb: two", line: 1, column: 5).hasSuffix("    \tb: two\n    \t   ^\n"))
    }

    @Test func dropsTheReturnOfALineBreak() {
        #expect(render("a: 1\r\nb: 2\r\n", line: 1, column: 1).contains("    a: 1\n"))
    }

    @Test func showsNoControlCharacters() {
        #expect(render("a\u{1B}[2Jb", line: 1, column: 6).hasSuffix("    a\u{FFFD}[2Jb\n         ^\n"))
    }

    /// A name of a document can neither forge a line of another file nor command a terminal.
    @Test(arguments: [
        ("a\nb.yaml:1:1", "a\\u{A}b.yaml:1:1"), ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{2028}", "\\u{2028}"),
    ])
    func keepsAMessageOnItsLine(name: String, shown: String) {
        #expect(
            render("x", line: 1, column: 1, message: name).hasPrefix("a.yaml:1:1: error: \(shown) [odd]\n"))
    }

    @Test func quotesOnlyAPartOfALongLine() {
        let text = render(
            String(repeating: "x", count: 5_000) + "HERE" + String(repeating: "y", count: 5_000),
            line: 1, column: 5_001, length: 4)
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count < 250 })
        let start = lines[2].prefix { $0 == " " }.count
        #expect(lines[1].dropFirst(start).hasPrefix("HERE"))
        #expect(lines[2].hasSuffix("^~~~"))
    }

    @Test func endsTheMarkerWithTheLine() {
        #expect(render("ab", line: 1, column: 2, length: 50).hasSuffix("     ^\n"))
    }

    @Test func toleratesPlacesBehindTheEnd() {
        #expect(render("ab", line: 9, column: 9) == "a.yaml:9:9: error: this is odd [odd]\n")
    }

    @Test func colorsOnlyWhenAsked() {
        #expect(render("ab", line: 1, column: 1, usesColor: true).contains("\u{1B}[1;31merror\u{1B}[0m"))
    }

    @Test func sortsByPlaceAndShowsNotes() {
        var files = SourceFiles()
        let id = files.add(SourceFile(path: "a.yaml", bytes: Array("one\ntwo\n".utf8)))
        let first = SourceRange(file: id, line: 1, column: 1, length: 3)
        var diagnostics = Diagnostics(rules: .lenient)
        diagnostics.report(
            Diagnostic(
                .unknownField,
                "second",
                at: SourceRange(file: id, line: 2, column: 1, length: 3),
                notes: [Diagnostic.Note("because of this", at: first)],
            ))
        #expect(!diagnostics.hasErrors)
        diagnostics.report(Diagnostic(code: "sooner", "first", at: first))
        diagnostics.report(Diagnostic(code: "everywhere", "no place", at: nil))
        #expect(diagnostics.hasErrors)
        #expect(
            DiagnosticRenderer(files: files).render(diagnostics) == """
                error: no place [everywhere]
                a.yaml:1:1: error: first [sooner]
                    one
                    ^~~
                a.yaml:2:1: warning: second [unknown-field]
                    two
                    ^~~
                a.yaml:1:1: note: because of this
                    one
                    ^~~

                """)
    }
}

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("sumary", "summary"), ("operationID", "operationId"), ("paramters", "parameters"), ("tgas", "tags"),
        ("zzz", nil), ("x", nil),
    ])
    func findsWhatWasMeant(word: String, meant: String?) {
        let words = ["operationId", "parameters", "summary", "tags"]
        #expect(Suggestion.nearest(to: word, among: words) == meant)
    }
}
