@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// What is JSON by the letter of RFC 8259, and what is none.
@Suite struct JSONTests {
    @Test(arguments: [
        "0", "-0", "1.5e+3", "1E-3", #""""#, #""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\""#, "[ ]", " { } ",
        "\t[1 ,\r\n2]", #"{"":{"":[]}}"#, "\u{feff}null",
    ])
    func reads(_ text: String) async throws {
        _ = try await decoded(JSONValue.self, from: text)
    }

    @Test(arguments: [
        "01", "+1", "1.", ".5", "1e", "0x1", "NaN", "-", "--1", "'a'", #""a"#, "\"a\nb\"", #""\x""#,
        #""\u12g4""#, "[1,]", "[1 2]", "[", "{,}", #"{"a"}"#, #"{"a":}"#, #"{a:1}"#, #"{"a":1,}"#, "tru",
        "nul", "truex", "[]]", "1 2", "// c\n1", "\u{feff}\u{feff}1",
    ])
    func refuses(_ text: String) async {
        let error = await failure { () throws(APIError) in try await decoded(JSONValue.self, from: text) }
        #expect(error?.description.contains("expected JSON, found") == true)
    }

    @Test func refusesBytesThatAreNoText() async {
        let transport = InMemoryTransport { _ in
            TransportResponse(
                head: HTTPResponse(status: .ok), body: Data([0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D]))
        }
        let error = await failure { () throws(APIError) -> [String] in
            try await client(transport).send(Request(.get, "/items", operation: "getItems"))
        }
        #expect(error?.description.contains("expected JSON in UTF-8") == true)
    }

    @Test func limitsTheDepth() async throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try await decoded(JSONValue.self, from: nested(512))
        let error = await failure { () throws(APIError) in
            try await decoded(JSONValue.self, from: nested(513))
        }
        #expect(error?.description.contains("expected JSON of at most 512 levels") == true)
    }

    /// Half a surrogate pair has no place in a string of Swift.
    @Test(arguments: [
        (#""a\ud83d""#, "a\u{fffd}"), (#""\ude00\ud83db""#, "\u{fffd}\u{fffd}b"), (#""\ud83d\ude00""#, "😀"),
    ])
    func replacesHalfPairs(text: String, expected: String) async throws {
        #expect(try await decoded([String].self, from: "[\(text)]") == [expected])
    }

    @Test(arguments: [#""\/""#, #""\u0000\u001f\u007f""#, #""é\u0301""#, #""\\\"\n""#])
    func writesTheShortestEscapes(text: String) async throws {
        let value = try await decoded([String].self, from: "[\(text)]")
        let again = try await encoded(value)
        #expect(try await decoded([String].self, from: again) == value)
        #expect(!again.contains(#"\/"#))
    }

    /// The last member of a name is meant, as most readers have it.
    @Test func takesTheLastOfSeveralMembers() async throws {
        let item = try await decoded(Item.self, from: #"{"id": 1, "name": "a", "\u006eame": "b"}"#)
        #expect(item.name == "b")
        #expect(item.additionalProperties.isEmpty)
    }

    /// JSON compares names by code points, Swift by canonical equivalence.
    @Test func tellsNamesApartThatLookTheSame() async throws {
        let accents = try await decoded(Accents.self, from: "{\"\u{e9}\": 1, \"e\u{301}\": 2}")
        #expect(accents.composed == 1 && accents.decomposed == 2)
        #expect(try await encoded(accents) == "{\"e\u{301}\":2,\"\u{e9}\":1}")
        let swapped = try await decoded(Accents.self, from: "{\"e\u{301}\": 2}")
        #expect(swapped.composed == nil && swapped.others.isEmpty)
    }

    @Test func refusesToDropAMemberOfADictionary() async {
        let error = await failure { () throws(APIError) in
            try await decoded([String: Int].self, from: "{\"\u{e9}\": 1, \"e\u{301}\": 2}")
        }
        let expected = "expected names that are not canonically equivalent, found 2"
        #expect(error?.description.contains(expected) == true)
    }
}

private struct Accents: Codable {
    let composed: Int?
    let decomposed: Int?
    let others: [String: JSONValue]

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        composed = fields.optional("\u{e9}")
        decomposed = fields.optional("e\u{301}")
        others = fields.others(than: "\u{e9}", "e\u{301}")
        try fields.end()
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.fields()
        fields.write("\u{e9}", composed)
        fields.write("e\u{301}", decomposed)
        try fields.end()
    }
}

@Suite struct NumberTests {
    @Test(arguments: [
        ("2.0", 2), ("20e-1", 2), ("1e3", 1000), ("-0.0", 0), ("9007199254740993", 9_007_199_254_740_993),
        ("9223372036854775807.0", Int.max), ("-9223372036854775808", Int.min), ("0e99999999999999999999", 0),
    ])
    func readsIntegersHoweverTheyAreWritten(text: String, value: Int) async throws {
        #expect(try await decoded([Int].self, from: "[\(text)]") == [value])
    }

    @Test(arguments: ["9223372036854775808", "1e19", "1.5", "1e-1", "1e400", "-1e99999999999999999999"])
    func roundsNoInteger(text: String) async {
        let error = await failure { () throws(APIError) in try await decoded([Int].self, from: "[\(text)]") }
        #expect(error?.description.contains("at $[0]: expected an integer") == true)
    }

    @Test func knowsTheBoundsOfEachWidth() async throws {
        #expect(try await decoded([UInt64].self, from: "[18446744073709551615]") == [.max])
        #expect(try await decoded([Int32].self, from: "[-2147483648]") == [.min])
        let error = await failure { () throws(APIError) in try await decoded([Int8].self, from: "[128]") }
        let expected = "$[0]: expected an integer between -128 and 127, found 128"
        #expect(error?.description.contains(expected) == true)
    }

    @Test func keepsDecimals() async throws {
        let text = "[0.1,12345678901234567890123456789012345678,-0.0000000000000000000000000000000000001]"
        #expect(try await encoded(try await decoded([Decimal].self, from: text)) == text)
        let error = await failure { () throws(APIError) in
            try await decoded([Decimal].self, from: "[1234567890123456789012345678901234567890.5]")
        }
        #expect(error?.description.contains("$[0]: expected a number of at most 38 digits") == true)
    }

    @Test func refusesNumbersBeyondDoubles() async {
        let error = await failure { () throws(APIError) in try await decoded([Double].self, from: "[1e400]") }
        #expect(error?.description.contains("at $[0]: expected a number between") == true)
    }

    /// A number that nobody declared is nobody's reason to lose the answer.
    @Test func keepsTheNumbersOfUndeclaredMembers() async throws {
        let item = try await decoded(Item.self, from: #"{"id":1,"big":1e400,"long":9007199254740993}"#)
        #expect(item.additionalProperties["long"]?.integer == 9_007_199_254_740_993)
        #expect(try await encoded(item.additionalProperties) == #"{"big":1e400,"long":9007199254740993}"#)
    }

    @Test func comparesByValue() throws {
        let one = try #require(JSONNumber("1.0"))
        #expect(one == 1 && one == JSONNumber("10e-1") && one.text == "1.0")
        #expect(Set([one, 1, 2]).count == 2)
        let sorted = [
            "-1e400", "-2", "-1.5", "0", "1e-400", "0.1", "9007199254740993", "9007199254740993.5", "1e400",
        ]
        let numbers = sorted.compactMap { JSONNumber($0) }
        #expect(numbers.shuffled().sorted().map(\.text) == sorted)
        #expect(JSONValue.number(one) == 1)
    }

    @Test(arguments: ["", "+1", ".5", "1.", "0x1", "inf", "nan", " 1", "1 ", "1,5", "[1]", #""1""#])
    func isNoOtherText(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test func isTakenApart() throws {
        let number = try #require(JSONNumber("18446744073709551615"))
        #expect(number.integer == nil && number.isInteger && number.double == 0x1p64)
        #expect(number.decimal?.description == "18446744073709551615")
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(0.1) == JSONNumber("0.1"))
        #expect(JSONNumber("1e200")?.decimal == nil)
        #expect(JSONNumber(digits: "-0.0010") == JSONNumber("-1e-3"))
    }

    @Test func worksWithOtherCoders() throws {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data("[1,18446744073709551615,1.5]".utf8))
        #expect(value == [1, .number(JSONNumber(UInt64.max)), 1.5])
        let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
        #expect(text == "[1,18446744073709551615,1.5]")
    }
}

@Suite struct UUIDTests {
    @Test func areWrittenInLowerCase() async throws {
        let id = try #require(UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF"))
        let text = #""6f9619ff-8b86-d011-b42d-00cf4fc964ff""#
        #expect(try await encoded(id) == text)
        #expect(try await encoded([[id]]) == "[[\(text)]]")
        #expect(try await encoded([nil, id]) == "[null,\(text)]")
        #expect(try await encoded(["a": ["b": id]]) == #"{"a":{"b":\#(text)}}"#)
        let request = try await sent { $0.query("ids", JSONText([id])) }
        #expect(request.query == "ids=%5B%226f9619ff-8b86-d011-b42d-00cf4fc964ff%22%5D")
    }
}
