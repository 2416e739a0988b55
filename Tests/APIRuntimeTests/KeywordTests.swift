@_spi(Generated) @testable import APIRuntime
import Foundation
import Testing

/// A schema with values that match it, at the boundary, and values that do not.
struct KeywordCase: Sendable, CustomTestStringConvertible {
    let schema: String
    /// Values that match.
    let good: [String]
    /// Values that do not match, with the keyword that they violate.
    let bad: [(String, String)]
    var testDescription: String { schema }

    init(_ schema: String, good: [String], bad: [(String, String)]) {
        (self.schema, self.good, self.bad) = (schema, good, bad)
    }
}

private let keywordCases = [
    KeywordCase(
        #"{"type": "integer"}"#, good: ["1", "1.0", "1e2", "-0"], bad: [("1.5", "type"), ("\"1\"", "type")]),
    KeywordCase(
        #"{"type": ["string", "null"]}"#, good: ["\"\"", "null"],
        bad: [("0", "type"), ("[]", "type"), ("{}", "type")]),
    KeywordCase(
        #"{"type": "boolean"}"#, good: ["true", "false"], bad: [("0", "type"), ("\"true\"", "type")]),
    KeywordCase(
        #"{"enum": [1, "a", null, {"b": [2]}]}"#, good: ["1.0", "\"a\"", "null", #"{"b": [2.0]}"#],
        bad: [("2", "enum"), (#"{"b": []}"#, "enum")]),
    KeywordCase(
        #"{"const": {"a": 1, "b": 2}}"#, good: [#"{"b": 2, "a": 1}"#], bad: [(#"{"a": 1}"#, "const")]),
    KeywordCase(
        #"{"minimum": 1.1}"#, good: ["1.1", "1.10", "\"0\""], bad: [("1.09", "minimum"), ("-1e9", "minimum")]),
    KeywordCase(#"{"maximum": 300}"#, good: ["300", "3e2"], bad: [("300.0000000000000000001", "maximum")]),
    KeywordCase(
        #"{"exclusiveMinimum": 0}"#, good: ["1e-30"],
        bad: [("0", "exclusiveMinimum"), ("-0.0", "exclusiveMinimum")]),
    KeywordCase(#"{"exclusiveMaximum": 3}"#, good: ["2.999"], bad: [("3.0", "exclusiveMaximum")]),
    KeywordCase(
        #"{"multipleOf": 0.0001}"#, good: ["0.0075", "0", "1e300"], bad: [("0.00751", "multipleOf")]),
    KeywordCase(
        #"{"minLength": 2}"#, good: ["\"ab\"", "1", "\"💩💩\""],
        bad: [("\"💩\"", "minLength"), ("\"\"", "minLength")]),
    KeywordCase(
        #"{"maxLength": 2}"#, good: ["\"ab\"", "100"],
        bad: [("\"abc\"", "maxLength"), (#""e\u0301x""#, "maxLength")]),
    KeywordCase(#"{"pattern": "^a*$"}"#, good: ["\"\"", "\"aa\"", "3"], bad: [("\"ab\"", "pattern")]),
    KeywordCase(#"{"minItems": 1}"#, good: ["[0]", "\"\""], bad: [("[]", "minItems")]),
    KeywordCase(#"{"maxItems": 1}"#, good: ["[]", "[0]", "{}"], bad: [("[0, 1]", "maxItems")]),
    KeywordCase(
        #"{"uniqueItems": true}"#, good: ["[1, true]", "[0, false]", #"["1", 1]"#, "[[1], [2]]"],
        bad: [("[1, 1.0]", "uniqueItems"), (#"[{"a": 1, "b": 2}, {"b": 2, "a": 1}]"#, "uniqueItems")]),
    KeywordCase(
        #"{"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "boolean"}}"#,
        good: ["[]", #"["a"]"#, #"["a", 1, true]"#], bad: [("[1]", "type"), (#"["a", 1, 2]"#, "type")]),
    KeywordCase(#"{"prefixItems": [true], "items": false}"#, good: ["[1]"], bad: [("[1, 2]", "items")]),
    KeywordCase(
        #"{"contains": {"minimum": 5}}"#, good: ["[1, 5]", "\"x\""],
        bad: [("[]", "contains"), ("[4]", "contains")]),
    KeywordCase(
        #"{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}"#, good: ["[1, 1]", "[1, 2, 1, 1]"],
        bad: [("[1]", "minContains"), ("[1, 1, 1, 1]", "maxContains")]),
    KeywordCase(
        #"{"prefixItems": [true], "unevaluatedItems": {"type": "string"}}"#, good: ["[1]", #"[1, "a"]"#],
        bad: [("[1, 2]", "type")]),
    KeywordCase(#"{"minProperties": 1}"#, good: [#"{"a": 1}"#, "[]"], bad: [("{}", "minProperties")]),
    KeywordCase(#"{"maxProperties": 0}"#, good: ["{}"], bad: [(#"{"a": 1}"#, "maxProperties")]),
    KeywordCase(
        #"{"required": ["a"]}"#, good: [#"{"a": null}"#, "1"],
        bad: [("{}", "required"), (#"{"A": 1}"#, "required")]),
    KeywordCase(
        #"{"properties": {"a": {"type": "integer"}, "b": false}}"#, good: [#"{"a": 1, "c": ""}"#, "[]"],
        bad: [(#"{"a": ""}"#, "type"), (#"{"b": 1}"#, "properties")]),
    KeywordCase(
        #"{"patternProperties": {"^n": {"type": "integer"}, "e$": {"maximum": 5}}}"#,
        good: [#"{"n": 9, "x": "y"}"#, #"{"ne": 5}"#],
        bad: [(#"{"n": ""}"#, "type"), (#"{"ne": 6}"#, "maximum")]),
    KeywordCase(
        #"{"properties": {"a": true}, "patternProperties": {"^b": true}, "additionalProperties": false}"#,
        good: [#"{"a": 1, "bc": 2}"#], bad: [(#"{"c": 1}"#, "additionalProperties")]),
    KeywordCase(
        #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#, good: [#"{"a": 1}"#],
        bad: [(#"{"b": 1}"#, "unevaluatedProperties")]),
    KeywordCase(
        #"{"propertyNames": {"maxLength": 2}}"#, good: [#"{"ab": 1}"#, "\"abc\""],
        bad: [(#"{"abc": 1}"#, "propertyNames")]),
    KeywordCase(
        #"{"dependentRequired": {"a": ["b"]}}"#, good: ["{}", #"{"a": 1, "b": 2}"#, #"{"b": 1}"#],
        bad: [(#"{"a": 1}"#, "dependentRequired")]),
    KeywordCase(
        #"{"dependentSchemas": {"a": {"minProperties": 2}}}"#, good: [#"{"b": 1}"#, #"{"a": 1, "b": 1}"#],
        bad: [(#"{"a": 1}"#, "minProperties")]),
    KeywordCase(#"{"not": {"type": "integer"}}"#, good: ["\"1\"", "1.5"], bad: [("1", "not")]),
    KeywordCase(
        #"{"if": {"const": 1}, "then": false, "else": {"minimum": 3}}"#, good: ["3", "\"x\""],
        bad: [("1", "not"), ("2", "minimum")]),
    KeywordCase(
        #"{"allOf": [{"minimum": 1}, {"maximum": 2}]}"#, good: ["1", "2"],
        bad: [("0", "minimum"), ("3", "maximum")]),
    KeywordCase(
        #"{"anyOf": [{"type": "integer"}, {"minLength": 2}]}"#, good: ["1", "\"ab\""],
        bad: [("\"a\"", "minLength")]),
    KeywordCase(
        #"{"oneOf": [{"multipleOf": 3}, {"multipleOf": 5}]}"#, good: ["3", "10"],
        bad: [("15", "oneOf"), ("7", "oneOf")]),
    KeywordCase("false", good: [], bad: [("1", "not"), ("null", "not")]),
    KeywordCase(#"{"format": "email"}"#, good: ["\"a@b.example\"", "1"], bad: [("\"a\"", "format")]),
]

@Suite struct KeywordTests {
    private static func violations(_ schema: String, _ value: String, asParameter: Bool) async throws
        -> [Violation]
    {
        let value = try JSONCoding.decode(JSONValue.self, from: Data(value.utf8), reading: .strict)
        let limit = Limit.schema(SchemaSet(#"{"root": \#(schema)}"#)["root"])
        var request = Request(.post, "/", operation: "test")
        if asParameter {
            request.query("q", JSONText(value), limit)
        } else {
            request.body(value, limit)
        }
        return request.violations.all(.all)
    }

    @Test(arguments: keywordCases, [false, true])
    func decide(_ row: KeywordCase, asParameter: Bool) async throws {
        for value in row.good {
            #expect(try await Self.violations(row.schema, value, asParameter: asParameter) == [], "\(value)")
        }
        for (value, rule) in row.bad {
            let found = try await Self.violations(row.schema, value, asParameter: asParameter)
            #expect(found.map(\.rule.rawValue) == [rule], "\(value)")
            #expect(found.allSatisfy { $0.message.hasPrefix($0.path + " ") })
        }
    }

    /// Recursion that gets nowhere ends.
    @Test func endsWhereASchemaAppliesItself() {
        let set = SchemaSet(
            #"{"a": {"anyOf": [{"$ref": "b"}, {"$ref": "a"}]}, "b": {"allOf": [{"$ref": "a"}]}}"#)
        let found = [Limit.schema(set["a"])].violations(by: .literal("1"), at: "$", options: [])
        #expect(found.count <= 1)
    }

    /// A tree of unions, none of which holds, takes time linear in its depth.
    @Test func takesDeepUnions() {
        let set = SchemaSet(
            #"{"tree": {"oneOf": [{"type": "integer"}, {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "tree"}}}]}}"#
        )
        var value = EncodedValue.string("leaf")
        for _ in 0..<60 { value = .object([.init(name: "a", value: value)]) }
        let start = ContinuousClock.now
        let found = [Limit.schema(set["tree"])].violations(by: value, at: "$", options: [])
        #expect(found.count == 1)
        #expect(ContinuousClock.now - start < .seconds(2))
    }
}
