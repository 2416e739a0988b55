import Blocking
import Testing

@Suite(.blocking) struct CoverageTests {
    private let document = """
        openapi: 3.1.0
        info:
          title: Shop
          version: 1.0.0
        paths:
          /orders:
            get:
              operationId: listOrders
              responses:
                "200":
                  description: The ids of the orders.
                  content:
                    application/json:
                      schema:
                        type: array
                        items:
                          type: string
        components:
          schemas:
            Order:
              type: object

        """

    @Test func tellsWhatBecomesOfEachNode() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "shop.yaml")
        let run = try workspace.gen("coverage", "shop.yaml")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let table = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(table.first?.prefix(3) == ["nodes", "typed", "opaque"])
        #expect(table.last == ["all", "22", "15", "-", "4", "-", "-", "3", "-", "-", "-"])
    }

    @Test func listsEachNodeInTheOrderOfTheDocument() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "shop.yaml")
        let run = try workspace.gen("coverage", "--list", "shop.yaml")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 22)
        #expect(
            lines.prefix(4) == [
                "shop.yaml:1:1: typed  #", "shop.yaml:1:10: typed  #/openapi",
                "shop.yaml:3:3: documentation  #/info", "shop.yaml:3:10: documentation  #/info/title",
            ])
        #expect(lines.contains("shop.yaml:8:20: typed  #/paths/~1orders/get/operationId"))
        #expect(lines.last == "shop.yaml:21:13: unreached  #/components/schemas/Order/type")
    }

    @Test func countsWhatReachesNoReaderApart() throws {
        let workspace = try Workspace()
        let exemplary = document.replacing(
            "type: string",
            with: "type: string\n" + String(repeating: " ", count: 18) + "example: o-1")
        try workspace.write(exemplary, to: "shop.yaml")
        let run = try workspace.gen("coverage", "shop.yaml")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let column = try #require(lines.first?.firstIndex(of: "dropped")) + 1
        #expect(lines.last?[column] == "1")
    }

    @Test func endsInAnErrorWhereSomethingIsLost() throws {
        let workspace = try Workspace()
        // An encoding is for forms and parts.
        let lossy = document.replacing(
            "schema:\n",
            with: "encoding:\n"
                + String(repeating: " ", count: 16) + "ids: {contentType: text/plain}\n"
                + String(repeating: " ", count: 14) + "schema:\n")
        try workspace.write(lossy, to: "shop.yaml")
        let run = try workspace.gen("coverage", "shop.yaml")
        #expect(run.status == 2)
        #expect(run.output.split(separator: "\n").last?.hasPrefix("all ") == true)
        #expect(
            run.output.contains("shop.yaml:14:15: unaccounted: #/paths/~1orders/get/responses/200/content/"))
        #expect(try workspace.gen("generate", "shop.yaml", "--output", "Out").status == 0)
        let strict = try workspace.gen("generate", "shop.yaml", "--output", "Out", "--strict")
        #expect(strict.status == 2)
        #expect(strict.errors.contains("shop.yaml:14:15: error: '#/paths/"))
    }

    @Test func countsWhatIsWaivedApart() throws {
        let workspace = try Workspace()
        let pointless = document.replacing(
            "type: array",
            with: "required: [id]\n"
                + String(repeating: " ", count: 16) + "type: array")
        try workspace.write(pointless, to: "shop.yaml")
        let place = "shop.yaml#/paths/~1orders/get/responses/200/content/application~1json/schema/required"
        try workspace.write("waive: [{at: '\(place)', because: The vendor knows.}]", to: "gen.yaml")
        let run = try workspace.gen("coverage", "shop.yaml", "--config", "gen.yaml")
        #expect(run.status == 0)
        let all = run.output.split(separator: "\n").last.map { $0.split(separator: " ") } ?? []
        #expect(all.suffix(3) == ["2", "-", "-"])
    }

    @Test func reportsWhatIsWrong() throws {
        let workspace = try Workspace()
        let wrong = document.replacing("type: string", with: "type: text")
        try workspace.write(wrong, to: "shop.yaml")
        #expect(try workspace.gen("coverage", "shop.yaml").status == 0)
        let run = try workspace.gen("coverage", "shop.yaml", "--strict")
        #expect(run.status == 2)
        #expect(run.errors.contains("'text' is not a type"))
    }
}
