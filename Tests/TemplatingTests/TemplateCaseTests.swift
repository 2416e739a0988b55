import Testing

@Suite("Templates")
struct TemplateCaseTests {
    @Test("render as expected, or tell what is wrong with them", arguments: TemplateCase.all)
    func outcome(of example: TemplateCase) throws {
        let outcome = example.outcome()
        if TemplateCase.isUpdating { try example.update(to: outcome) }
        #expect(outcome == example.expected())
    }

    @Test("give the same when their lines end as on Windows", arguments: TemplateCase.all)
    func carriageReturns(in example: TemplateCase) {
        let outcome = example.outcome(lineBreak: "\r\n")
        guard case .text(let text) = outcome else { return #expect(outcome == example.outcome()) }
        #expect(text.contains("\r\n"))
        #expect(.text(text.replacing("\r\n", with: "\n")) == example.outcome())
    }

    @Test("are indented as a whole when included", arguments: TemplateCase.rendered)
    func indent(of example: TemplateCase) throws {
        guard case .text(let text) = example.outcome() else { throw Unrendered() }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indented = lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        #expect(example.outcome(root: "    {{>template}}\n") == .text(indented))
    }

    private struct Unrendered: Error {}

    @Test("are found")
    func caseCount() {
        #expect(TemplateCase.all.count >= 30)
        #expect(TemplateCase.rendered.count >= 15)
    }
}
