@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct OpenEnumTests {
    @Test(arguments: ["red", "new", "", "1Y"])
    func keepsAnyText(text: String) async throws {
        let color = try await decoded(Color.self, from: "\"\(text)\"")
        #expect(color.rawValue == text)
        #expect(color == Color(rawValue: text))
        #expect("\(color)" == text)
        let written = try await encoded(["c": color])
        #expect(written == "{\"c\":\"\(text)\"}")
        let request = try await sent { $0.query("c", [color]) }
        #expect(request.query == "c=\(text)")
    }

    @Test func comparesAndHashesByText() {
        let colors: Set<Color> = ["red", .red, "blue"]
        #expect(colors.count == 2)
        #expect(Color.red != "blue")
    }

    @Test func refusesOtherKinds() async {
        let error = await failure { () throws(APIError) in
            try await decoded([Color].self, from: "[\"red\", []]")
        }
        #expect(error?.description.contains("$[1]: expected a string, found an array") == true)
    }

    @Test func servesIntegers() async throws {
        let levels = try await decoded([Level].self, from: "[3, 99]")
        #expect(levels == [.high, 99])
        let written = try await encoded(levels)
        #expect(written == "[3,99]")
        let request = try await sent { $0.query("l", levels[1]) }
        #expect(request.query == "l=99")
    }
}

@Suite struct PatchTests {
    @Test func hasLiterals() {
        let text: PropertyPatch<String> = "x"
        let number: PropertyPatch<Int> = 3
        let fraction: PropertyPatch<Double> = 1.5
        let flag: PropertyPatch<Bool> = true
        let list: PropertyPatch<[Int]> = [1, 2]
        let none: PropertyPatch<Int> = nil
        let color: PropertyPatch<Color> = "red"
        #expect(text == .value("x"))
        #expect(PropertyPatch(text.value) == text)
        #expect(PropertyPatch(String?.none) == .null)
        #expect(number == .value(3))
        #expect(fraction == .value(1.5))
        #expect(flag == .value(true))
        #expect(list == .value([1, 2]))
        #expect(none == .null)
        #expect(color == .value(.red))
        #expect(Set([number, 3, nil, .unchanged]).count == 3)
        #expect(number.value == 3)
        #expect(none.value == nil)
    }
}

@Suite struct JSONValueTests {
    @Test(
        arguments: [
            ("null", nil), ("true", true), ("0", 0), ("-9223372036854775808", .number(JSONNumber(Int64.min))),
            ("9007199254740993", 9_007_199_254_740_993), ("0.1", 0.1), ("1e300", 1e300), (#""a\nb""#, "a\nb"),
            ("[]", []), ("[1,[2]]", [1, [2]]), ("{}", [:]),
            (#"{"a":{"b":[null,false]}}"#, ["a": ["b": [nil, false]]]),
        ] as [(String, JSONValue)])
    func readsAndWrites(text: String, value: JSONValue) async throws {
        let read = try await decoded(JSONValue.self, from: text)
        #expect(read == value)
        let written = try await encoded(["v": value])
        let again = try await decoded([String: JSONValue].self, from: written)
        #expect(again == ["v": value])
    }

    @Test(arguments: [
        "9007199254740993", "-9223372036854775808", #"{"a":[1,0.5,"x"]}"#, "18446744073709551616", "1e400",
        "-0",
        "0.1000000000000000055", "1.0", "2E5", "123456789012345678901234567890.5", "1e-400",
    ])
    func keepsTheText(text: String) async throws {
        let value = try await decoded(JSONValue.self, from: text)
        let written = try await encoded(value)
        #expect(written == text)
    }

    @Test func isTakenApart() {
        let value: JSONValue = ["a": ["x", 2, 2.5, true, nil]]
        #expect(value["a"]?[0]?.string == "x")
        #expect(value["a"]?[1]?.integer == 2)
        #expect(value["a"]?[1]?.double == 2)
        #expect(value["a"]?[2]?.double == 2.5)
        #expect(value["a"]?[2]?.integer == nil)
        #expect(value["a"]?[3]?.bool == true)
        #expect(value["a"]?[4]?.isNull == true)
        #expect(value["a"]?[5] == nil)
        #expect(value["a"]?["b"] == nil)
        #expect(value["a"]?.array?.count == 5)
        #expect(value.object?.keys.sorted() == ["a"])
    }
}
