import Blocking
import Testing

/// The table of formats is what `gen generate` does.
@Suite(.blocking) struct FormatsTests {
    @Test func listsTheTypesThatAreGenerated() throws {
        let workspace = try Workspace()
        let rows = try rows(of: workspace.gen("formats").output).filter { $0.count == 4 }
        #expect(rows.count >= 15)
        let properties = rows.enumerated().map { index, row in
            let type = row[0] == "any" ? [] : ["type: \(row[0])"]
            let format = row[1].isEmpty ? [] : ["format: \(row[1])"]
            return "                p\(index): {\((type + format).joined(separator: ", "))}\n"
        }
        try workspace.write(document + properties.joined(), to: "all.yaml")
        #expect(try workspace.gen("generate", "all.yaml", "--output", "Out").status == 0)
        let file = try #require(workspace.read("Out/Sources/All/Models/Everything.swift"))
        let lines = file.split(separator: "\n")
        for (index, row) in rows.enumerated() {
            let declaration = lines.first { $0.contains("var p\(index): ") }
            #expect(declaration?.hasSuffix(": \(row[2])?") == true, "\(row)")
        }
    }

    @Test func saysHowEachKeywordIsUsed() throws {
        let rows = try rows(of: Workspace().gen("formats").output).filter { $0.count == 3 }
        let uses = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[2]) })
        #expect(uses["minLength"] == "checked before sending")
        #expect(uses["allOf"] == "shapes the type")
        #expect(uses["not"] == "checked, and told in JSON Schema")
    }

    private func rows(of output: String) -> [[String]] {
        output.split(separator: "\n").filter { !$0.contains("---") }.map { line in
            line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
                .map { String($0).replacing("`", with: "") }
        }
        .filter { !["type", "keyword"].contains($0[0]) }
    }

    private let document = """
        openapi: 3.1.0
        info: {title: All, version: "1"}
        paths:
          /all:
            put:
              operationId: store
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Everything"}}}}
              responses: {"204": {description: Stored.}}
        components:
          schemas:
            Everything:
              type: object
              properties:

        """
}
