import Blocking
import Foundation
import Testing

/// Documents whose parts lead to one another in many ways: each way is gone once.
@Suite(.blocking) struct GrowthTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let schemas: String
        let example: String
    }

    private static let count = 16

    private static func list(_ make: (Int) -> String, _ separator: String) -> String {
        (0..<count).map(make).joined(separator: separator)
    }

    static let rows = [
        Row(
            testDescription: "an example of an expression of many kinds",
            schemas: "    Root: {oneOf: [\(list({ "{$ref: '#/components/schemas/K\($0)'}" }, ", "))]}\n"
                + list(
                    {
                        "    K\($0): {type: object, properties: {args: {type: array, items: {$ref: "
                            + "'#/components/schemas/Root'}}, id: {type: string, format: uuid}}}"
                    }, "\n"),
            example: (0..<8).reduce("{id: none}") { inner, _ in "{args: [\(inner)]}" }),
        Row(
            testDescription: "unions of one another",
            schemas: list(
                { number in
                    let name = number == 0 ? "Root" : "U\(number)"
                    let others = (1..<count).filter { $0 != number }
                        .map { "{$ref: '#/components/schemas/U\($0)'}" }
                    return
                        "    \(name): {oneOf: [{type: object, required: [p\(number)], properties: {p\(number): "
                        + "{type: string}}}, \(others.joined(separator: ", "))]}"
                }, "\n"),
            example: "{p1: x}"),
        Row(
            testDescription: "parts of parts",
            schemas: list(
                { number in
                    let name = number == 0 ? "Root" : "P\(number)"
                    let parts = (number + 1..<count).map { "{$ref: '#/components/schemas/P\($0)'}" }
                    return "    \(name): {allOf: [{type: object, properties: {p\(number): {type: string}}}"
                        + parts.map { ", " + $0 }.joined() + "]}"
                }, "\n"),
            example: "{p1: x}"),
    ]

    @Test(arguments: rows)
    func takesNoTime(_ row: Row) throws {
        let workspace = try Workspace()
        try workspace.write(
            """
            openapi: 3.1.0
            info: {title: Growth, version: 1.0.0}
            paths:
              /a:
                post:
                  operationId: a
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/Root"}, example: \(row.example)}}
                  responses: {"204": {description: Done.}}
            components:
              schemas:
            \(row.schemas)

            """, to: "growth.yaml")
        let run = try workspace.gen("generate", "growth.yaml", "--output", "out", "--name", "Growth")
        #expect(run.status == 0, "\(run.errors.prefix(500))")
        #expect(run.seconds < 20)
    }
}
