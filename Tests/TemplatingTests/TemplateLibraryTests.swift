import APIGenTemplating
import Testing

@Suite("A template library")
struct TemplateLibraryTests {
    @Test("checks a partial against each view that it is included with")
    func sharedPartial() {
        var loading = Loading([
            ("type", Array("type {{>name}}".utf8)),
            ("case", Array("case {{>name}}".utf8)),
            ("name", Array("{{name}}".utf8)),
        ])
        #expect(loading.template("type", for: TypeView.self)?.render(TypeView(name: "A")) == "type A")
        #expect(loading.template("case", for: CaseView.self)?.render(CaseView(name: "b")) == "case b")
        #expect(loading.mistakes() == "")
    }

    @Test("hands out no template after a mistake, and reports each mistake once")
    func mistakesOnce() {
        var loading = Loading([
            ("good", Array("{{>name}}".utf8)),
            ("bad", Array("{{>name}}".utf8)),
            ("name", Array("{{.}}".utf8)),
        ])
        #expect(loading.template("bad", for: CaseView.self) == nil)
        #expect(loading.template("good", for: TypeView.self) == nil)
        #expect(
            loading.mistakes() == """
                name.mustache:1:1: error: '{{.}}' has no meaning here: the innermost section is not one over \
                texts [no-element]
                    {{.}}
                    ^~~~~
                bad.mustache:1:1: note: 'name' is included here with CaseView
                    {{>name}}
                    ^~~~~~~~~

                """,
        )
    }

    @Test("tells of a template that does not exist")
    func unknownTemplate() {
        var loading = Loading([("Struct", [])])
        #expect(loading.template("Strukt", for: CaseView.self) == nil)
        #expect(loading.template("Struct", for: CaseView.self) == nil)
        #expect(
            loading.mistakes()
                == "error: there is no template 'Strukt'; did you mean 'Struct'? [unknown-template]\n",
        )
    }

    @Test("tells of two templates with one name, and of bytes that are no text")
    func unusableFiles() {
        let loading = Loading([("a", Array("a".utf8)), ("a", Array("b".utf8)), ("c", [0x66, 0xFF])])
        #expect(
            loading.mistakes() == """
                a.mustache:1:1: error: template 'a' is never used [unused-template]
                    a
                    ^
                a.mustache:1:1: error: there is another template 'a' [duplicate-template]
                    b
                    ^
                c.mustache:1:1: error: template 'c' is not UTF-8 [not-utf8]
                    f\u{FFFD}
                    ^

                """,
        )
    }

    private struct FaultyView: View {
        let name = ""

        static let fields: ViewFields<FaultyView> = [
            .text("name", \.name),
            .texts("name") { [$0.name] },
            .flag("isLast") { _ in true },
            .text("its name", \.name),
        ]
    }

    @Test("tells of fields that no template could name for certain")
    func faultyFields() {
        var loading = Loading([("a", [])])
        #expect(loading.template("a", for: FaultyView.self) == nil)
        #expect(
            loading.mistakes() == """
                error: FaultyView has the field 'name' twice [duplicate-field]
                error: FaultyView has a field 'isLast', which is the name of a flag of every list [reserved-field]
                error: no tag can name the field 'its name' of FaultyView [unusable-field]

                """,
        )
    }
}
