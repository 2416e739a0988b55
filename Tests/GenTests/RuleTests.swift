import Blocking
import Testing

@Suite(.blocking) struct RuleTests {
    @Test func listsTheRules() throws {
        let run = try Workspace().gen("rules")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        #expect(lines == lines.sorted())
        #expect(lines.contains { $0.hasPrefix("unknown-field: An object has a field that OpenAPI ") })
    }

    @Test func explainsARule() throws {
        let run = try Workspace().gen("explain", "path-without-slash")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output == """
                path-without-slash

                A path does not begin with '/', and is sent with one.

                Example:

                    paths:
                      orders:
                        get:
                          operationId: listOrders
                          responses: {"204": {description: Done.}}

                Remedy: Begin the path with '/'.

                """)
    }

    @Test func suggestsTheCodeThatWasProbablyMeant() throws {
        let run = try Workspace().gen("explain", "unknown-feild")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains("unknown rule 'unknown-feild'; did you mean 'unknown-field'?"))
    }
}
