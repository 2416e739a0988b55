@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// A limit with values that hold it and values that break it.
struct LimitCase: Sendable, CustomTestStringConvertible {
    let limit: Limit
    let rule: Violation.Rule
    let sentence: String
    let good: [JSONValue]
    let bad: [JSONValue]
    var testDescription: String { "\(limit)" }

    init(_ limit: Limit, _ rule: Violation.Rule, _ sentence: String, good: [JSONValue], bad: [JSONValue]) {
        self.limit = limit
        self.rule = rule
        self.sentence = sentence
        self.good = good
        self.bad = bad
    }
}

private let cases = [
    LimitCase(
        .minimum(1), "minimum", "must be at least 1", good: [1, 1.5, "0", true, [0]], bad: [0, 0.99, -1]),
    LimitCase(.maximum(2.5), "maximum", "must be at most 2.5", good: [2, 2.5], bad: [3, 2.51]),
    LimitCase(
        .exclusiveMinimum(0), "exclusiveMinimum", "must be greater than 0", good: [1, 0.1], bad: [0, -1]),
    LimitCase(.exclusiveMaximum(10), "exclusiveMaximum", "must be less than 10", good: [9], bad: [10, 10.5]),
    LimitCase(
        .multipleOf(0.01), "multipleOf", "must be a multiple of 0.01", good: [0.07, 4, 19.99], bad: [0.075]),
    LimitCase(.multipleOf(25), "multipleOf", "must be a multiple of 25", good: [0, 50], bad: [26, 12.5]),
    LimitCase(
        .minLength(2), "minLength", "must hold at least 2 characters", good: ["ab", 1], bad: ["", "a"]),
    LimitCase(
        .maxLength(1), "maxLength", "must hold at most 1 character", good: ["", "👩", 12],
        bad: ["ab", "e\u{301}"]),
    LimitCase(.minItems(1), "minItems", "must hold at least 1 item", good: [[1], "x"], bad: [[]]),
    LimitCase(.maxItems(100), "maxItems", "must hold at most 100 items", good: [[]], bad: [numbers(101)]),
    LimitCase(
        .uniqueItems, "uniqueItems", "must not hold the same item twice",
        good: [[1, 2], [[1], [2]], ["\u{e9}", "e\u{301}"]],
        bad: [["a", "b", "a"], [["x": 1], ["x": 1]], [1, 1.0]]),
    LimitCase(
        .minProperties(1), "minProperties", "must hold at least 1 property", good: [["a": 1], []], bad: [[:]]),
    LimitCase(
        .maxProperties(1), "maxProperties", "must hold at most 1 property", good: [["a": 1]],
        bad: [["a": 1, "b": 2]]),
]

private func numbers(_ count: Int64) -> JSONValue { .array((0..<count).map { .number(JSONNumber($0)) }) }

@Suite struct LimitTests {
    @Test(arguments: cases)
    func holdOnBodies(limit: LimitCase) async {
        for value in limit.good {
            let found = await violations(.post) { $0.body(value, limit.limit) }
            #expect(found == [], "\(value)")
        }
        for value in limit.bad {
            let found = await violations(.post) { $0.body(value, limit.limit) }
            #expect(found.map(\.path) == ["body"])
            #expect(found.map(\.rule) == [limit.rule])
            #expect(found.map(\.message) == ["body \(limit.sentence)"])
        }
    }

    @Test func holdOnEveryPlaceOfAParameter() async {
        let found = await violations(.get, "/items/{id}") {
            $0.path("id", 0, .minimum(1))
            $0.query("pageSize", 201, .minimum(1), .maximum(200))
            $0.query("segmentIds", Array(repeating: "x", count: 101), .maxItems(100), .uniqueItems)
            $0.header("X-Trace-Id", "ABC", .maxLength(2), .pattern("^[a-z]+$"))
            $0.cookie("c", Float(1.5), .multipleOf(1))
        }
        #expect(
            found.map(\.message) == [
                "id must be at least 1", "pageSize must be at most 200",
                "segmentIds must hold at most 100 items",
                "segmentIds must not hold the same item twice", "X-Trace-Id must hold at most 2 characters",
                "X-Trace-Id must match ^[a-z]+$", "c must be a multiple of 1",
            ])
    }

    /// In the style `cookie` nothing is escaped, so that a name could begin another cookie.
    @Test(arguments: ["a; session", "a=b", "a b", "ä", "a\r\nX-A: 1", ""])
    func takeNoMemberThatIsNoName(name: String) async {
        let found = await violations { $0.cookie("color", [name: "1"], style: .cookie) }
        #expect(found.map(\.message) == ["color has a member whose name no cookie can have"])
        let escaped = await violations { $0.cookie("color", [name: "1"]) }
        #expect(escaped.isEmpty)
    }

    @Test func holdOnEveryType() async {
        let found = await violations {
            $0.query("int32", Int32(0), .minimum(1))
            $0.query("int64", Int64.max, .maximum(5))
            $0.query("decimal", Decimal(3), .maximum(2))
            $0.query("url", URL(string: "https://a.b"), .maxLength(5))
            $0.query("enum", Color.red, .minLength(10))
            $0.query("number", Level.high, .minimum(4))
            $0.query("object", ["a": 1, "b": 2], .maxProperties(1))
        }
        #expect(found.map(\.path) == ["int32", "int64", "decimal", "url", "enum", "number", "object"])
    }

    @Test func holdOnTheItemsOfArrays() async {
        let found = await violations(.post) {
            $0.query("ids", ["ok", "long", "ok", "longer"], .maxItems(9), .elements([.maxLength(2)]))
            $0.body(
                [[-1], [0, 5]] as JSONValue, .elements([.elements([.minimum(0), .maximum(4)])]))
        }
        #expect(
            found.map(\.message) == [
                "ids[1] must hold at most 2 characters", "ids[3] must hold at most 2 characters",
                "$[0][0] must be at least 0", "$[1][1] must be at most 4",
            ])
    }

    /// JSON Schema 2020-12, section 6.3.3: searched for, not anchored, in the dialect of ECMA-262.
    @Test(arguments: [
        ("b", "abc", true), ("^b", "abc", false), ("^[a-z]+$", "abc\n", false), ("^\\d+$", "12", true),
        ("^\\d+$", "١٢", false), ("^\\w+$", "ä", false), ("^.$", "👩", true), ("^.$", "e\u{301}", false),
        ("^[[&~]+$", "[&~", true), ("^[a[]$", "b", false), ("^[a&&b]$", "&", true), ("^[^\\]]$", "]", false),
        ("a\\/b", "a/b", true), ("^(?!x)y", "y", true),
        ("^\\u0041$", "A", true), ("(", "anything", true),
        ("^[--/]+$", ".-/", true), ("^[--/]+$", "0", false), ("^[%--]+$", "(-", true),
        ("^[^-a]$", "-", false), ("^[^-a]$", "b", true), ("^[a-c-e]+$", "b-e", true),
        ("^[a-c-e]$", "d", false), ("^[\\w-_.]+$", "a-_.", true), ("^[.-\\w]+$", "-a.", true),
    ])
    func searchPatterns(pattern: String, value: String, holds: Bool) async {
        let found = await violations { $0.query("q", value, .pattern(pattern)) }
        #expect(found.isEmpty == holds)
    }
}
