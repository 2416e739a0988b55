import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing

/// Documents that are long, or lead from one thing to another: four times as long takes about four times as long.
@Suite(.blocking) struct GrowthTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Enough for the time not to be that of what all documents have.
        let count: Int
        /// A schema by its name, the first of which is that of a body.
        let schemas: @Sendable (Int) -> [(name: String, schema: String)]

        init(
            _ description: String,
            _ count: Int,
            _ schemas: @escaping @Sendable (Int) -> [(name: String, schema: String)],
        ) {
            (testDescription, self.count, self.schemas) = (description, count, schemas)
        }

        /// A row with one schema.
        init(_ description: String, _ count: Int, one schema: @escaping @Sendable (Int) -> String) {
            self.init(description, count) { [("Root", schema($0))] }
        }
    }

    static let rows = [
        Row("records in a ring", 150) { count in
            (0..<count).map { number in
                let next = reference("R\((number + 1) % count)")
                return ("R\(number)", record(["next": next, "text": string]))
            }
        },
        Row("records that know five others", 300) { count in
            (0..<count).map { number in
                let others = (0..<5).map { ("p\($0)", reference("R\((number * 7 + $0 * $0 + 1) % count)")) }
                return ("R\(number)", record(Dictionary(uniqueKeysWithValues: others)))
            }
        },
        Row("unions in a ring", 60) { count in
            (0..<count).map { number in
                let (next, own) = (reference("U\((number + 1) % count)"), record(["p\(number)": string]))
                return ("U\(number)", record(["u": "{\"oneOf\":[\(next),\(own)]}"]))
            }
        },
        Row("values of one name", 250) { count in
            let values = (0..<count).map { number in
                let marks = (0..<6).map { ["-", "_", " ", "."][(number >> (2 * $0)) & 3] }
                return "\"a\(marks.joined())b\""
            }
            return [("Root", "{\"type\":\"string\",\"enum\":[\(values.joined(separator: ","))]}")]
        },
        Row("blanks behind a label", 2000, one: { described("](" + blanks($0)) }),
        Row("blanks behind a heading", 2000, one: { described("# topics" + blanks($0) + "x") }),
        Row(
            "runs of backticks", 4000,
            one: { count in
                // Together, they are as long as the count says.
                let runs = (1...Int(Double(2 * count).squareRoot())).map { String(repeating: "`", count: $0) }
                return described(runs.joined(separator: " "))
            }),
        Row("values", 2000) { count in
            let values = (0..<count).map { "\"value\($0)x\"" }
            return [("Root", "{\"type\":\"string\",\"enum\":[\(values.joined(separator: ","))]}")]
        },
        Row("objects in one", 150) { count in
            let properties = (0..<count).map { ("p\($0)", record(["q\($0)": string])) }
            return [("Root", record(Dictionary(uniqueKeysWithValues: properties)))]
        },
        Row("alternatives that nothing tells apart", 40) { count in
            let parts = (0..<count).map { record(["p\($0)": string, "q\($0)": string]) }
            return [("Root", "{\"anyOf\":[\(parts.joined(separator: ","))]}")]
        },
        Row("required names of no property", 300) { count in
            let names = (0..<count).map { "\"wanted\($0)\"" }.joined(separator: ",")
            return [("Root", "{\"required\":[\(names)],\"properties\":{\"p\":\(string)}}")]
        },
        Row("examples against their format", 500) { count in
            let values = (0..<count).map { "\"\($0)\"" }.joined(separator: ",")
            return [("Root", "{\"type\":\"string\",\"format\":\"date-time\",\"examples\":[\(values)]}")]
        },
    ]

    /// Operations with a tag each.
    @Test func takesTimeForTagsInProportion() {
        let times = [250, 1000].map { count in
            let tags = (0..<count).map { "{\"name\":\"tag \($0)\"}" }.joined(separator: ",")
            let paths = (0..<count).map { number in
                "\"/p\(number)\":{\"get\":{\"operationId\":\"op\(number)\",\"tags\":[\"tag \(number)\"],"
                    + "\"responses\":{\"204\":{\"description\":\"Done.\"}}}}"
            }
            let (outcome, time) = CPUTime.of {
                Self.outcome(of: "\"tags\":[\(tags)],\"paths\":{\(paths.joined(separator: ","))}")
            }
            #expect(outcome == .accepted)
            return time
        }
        #expect(times[1] < times[0] * 9 + .milliseconds(50), "\(times)")
    }

    @Test(arguments: rows)
    func takesTimeInProportion(_ row: Row) {
        let short = Self.time(of: row, row.count)
        let long = Self.time(of: row, 4 * row.count)
        // Sixteen times as long would be quadratic.
        #expect(long < short * 9 + .milliseconds(50), "\(short) and \(long)")
    }

    private static func time(of row: Row, _ count: Int) -> Duration {
        let (outcome, time) = CPUTime.of { Self.outcome(of: row.schemas(count)) }
        #expect(outcome == .accepted)
        return time
    }

    /// What leads to what, over so many steps that the stack of a thread would end.
    static let links = [
        Row("references", 1000) { chain($0, reference) },
        Row("parts", 1000) { chain($0) { next in "{\"allOf\":[\(reference(next))]}" } },
        Row("parts with more", 1000) {
            chain($0) { next in "{\"allOf\":[\(reference(next)),\(record(["p\(next)": string]))]}" }
        },
        Row("one alternative", 1000) { chain($0) { next in "{\"oneOf\":[\(reference(next))]}" } },
        // Each of these unions holds the cases of all that follow.
        Row("alternatives", 200) {
            chain($0) { next in "{\"oneOf\":[\(reference(next)),{\"type\":\"integer\"}]}" }
        },
    ]

    @Test(arguments: links)
    func takesChains(_ row: Row) {
        let (outcome, time) = CPUTime.of { Self.outcome(of: row.schemas(row.count)) }
        #expect(outcome == .accepted)
        #expect(time < .seconds(5))
    }

    private static func chain(_ count: Int, _ link: (String) -> String) -> [(name: String, schema: String)] {
        (0..<count).map { ("C\($0)", link("C\($0 + 1)")) } + [("C\(count)", record(["end": string]))]
    }

    private static let string = "{\"type\":\"string\"}"

    private static func described(_ text: String) -> String {
        "{\"type\":\"object\",\"description\":\"\(text)\"}"
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    private static func reference(_ name: String) -> String { "{\"$ref\":\"#/components/schemas/\(name)\"}" }

    private static func record(_ properties: [String: String]) -> String {
        let members = properties.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        return "{\"type\":\"object\",\"properties\":{\(members.joined(separator: ","))}}"
    }

    private static func outcome(of schemas: [(name: String, schema: String)]) -> HostileDocument.Outcome {
        let content = "{\"application/json\":{\"schema\":\(reference(schemas.first?.name ?? ""))}}"
        let operation =
            "{\"operationId\":\"send\",\"requestBody\":{\"content\":\(content)},"
            + "\"responses\":{\"200\":{\"description\":\"Done.\",\"content\":\(content)}}}"
        let components = schemas.map { "\"\($0.name)\":\($0.schema)" }.joined(separator: ",")
        return outcome(
            of: "\"paths\":{\"/a\":{\"post\":\(operation)}},\"components\":{\"schemas\":{\(components)}}")
    }

    /// - Parameter fields: The fields of the document, as JSON.
    private static func outcome(of fields: String) -> HostileDocument.Outcome {
        let text =
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Growth\",\"version\":\"1.0.0\"},\(fields)}"
        let document = Document(bytes: Array(text.utf8))
        return HostileDocument.generate("growth.json", from: document, named: "Growth").outcome
    }

    private struct Document: FileReader {
        let bytes: [UInt8]

        func read(_ path: String) throws(FileFailure) -> [UInt8] {
            guard path == "growth.json" else { throw .missing }
            return bytes
        }
    }
}
