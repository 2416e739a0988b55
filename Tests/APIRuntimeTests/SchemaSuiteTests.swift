import Foundation
import Testing

@testable @_spi(Generated) import APIRuntime

/// The evaluator of schemas against the official test suite of JSON Schema, where that is: the environment variable
/// `JSON_SCHEMA_SUITE` names the folder of a draft. Schemas with references are left to the generator, which resolves them.
struct SchemaSuiteTests {
    private static let folder = ProcessInfo.processInfo.environment["JSON_SCHEMA_SUITE"]

    @Test(.enabled(if: folder != nil))
    func agreesWithTheSuite() throws {
        let folder = try #require(Self.folder)
        var (all, wrong): (Int, [String]) = (0, [])
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        where name.hasSuffix(".json") {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            guard case .list(let groups) = EncodedValue(try JSONDocument(data), at: 0) else { continue }
            for group in groups {
                let schema = try #require(group.members.first { $0.name == "schema" }?.value)
                guard !schema.json.contains("$ref"), !schema.json.contains("$dynamicRef") else { continue }
                let set = SchemaSet(#"{"root": \#(schema.json)}"#)
                for test in group.members.first(where: { $0.name == "tests" })?.value.items ?? [] {
                    let value = try #require(test.members.first { $0.name == "data" }?.value)
                    let isValid = test.members.first { $0.name == "valid" }?.value.isTrue
                    let options: ValidationOptions = name.contains("format/") ? .all : .closedValues
                    let violations = [Limit.schema(set["root"])].violations(
                        by: value, at: "$", options: options)
                    all += 1
                    if violations.isEmpty != isValid {
                        let title = group.members.first { $0.name == "description" }?.value.text ?? ""
                        let what = test.members.first { $0.name == "description" }?.value.text ?? ""
                        wrong.append("\(name): \(title): \(what)")
                    }
                }
            }
        }
        print("\(wrong.count) of \(all) differ:\n" + wrong.joined(separator: "\n"))
    }
}
