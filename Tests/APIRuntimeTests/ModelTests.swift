import APIRuntime
import Foundation
import Testing

@Suite struct ModelTests {
    @Test func readsMembers() async throws {
        let item = try await decoded(
            Item.self,
            from: #"""
                {"id": 1, "name": null, "color": "new", "created_date": "2023-11-14T22:13:20.5+00:00", "day": "2024-02-29",
                 "owner": "87B24961-b51e-4db8-9226-f198f6518a89", "link": "https://a.b/c%20d", "parts": [{"id": 2}],
                 "note": null, "extra": [1], "more": null}
                """#)
        #expect(item.id == 1)
        #expect(item.name == nil)
        #expect(item.color == "new")
        #expect(item.created == Date(timeIntervalSince1970: 1_700_000_000.5))
        #expect(item.day == CalendarDate(year: 2024, month: 2, day: 29))
        #expect(item.owner?.uuidString == "87B24961-B51E-4DB8-9226-F198F6518A89")
        #expect(item.link?.absoluteString == "https://a.b/c%20d")
        #expect(item.parts?.map(\.id) == [2])
        #expect(item.note == .null)
        #expect(item.additionalProperties == ["extra": [1], "more": nil])
    }

    @Test(arguments: [("{\"id\":1}", PropertyPatch<String>.unchanged), ("{\"id\":1,\"note\":\"x\"}", "x")])
    func readsThreeStates(body: String, note: PropertyPatch<String>) async throws {
        let item = try await decoded(Item.self, from: body)
        #expect(item.note == note)
        #expect(item.additionalProperties.isEmpty)
    }

    /// Where an answer differs from the document, and how, as the error tells it.
    @Test(arguments: [
        ("{}", "$.id", "a value, since the member is required", "nothing"),
        (#"{"id": null}"#, "$.id", "an integer", "null"),
        (#"{"id": "1"}"#, "$.id", "an integer", #""1""#),
        (
            #"{"id": 9223372036854775808}"#, "$.id",
            "an integer between -9223372036854775808 and 9223372036854775807", "9223372036854775808"
        ),
        (#"{"id": 1, "parts": [{"\u0069d": 2.5}]}"#, "$.parts[0].id", "an integer", "2.5"),
        (#"{"id": "a", "id": "b"}"#, "$.id", "an integer", #""b""#),
        (#"{"id": 1.5}"#, "$.id", "an integer", "1.5"),
        (#"{"id": 1, "name": {"a": 1}}"#, "$.name", "a string", "an object"),
        (#"{"id": 1, "name": [1]}"#, "$.name", "a string", "an array"),
        (#"{"id": 1, "parts": {}}"#, "$.parts", "an array", "an object"),
        (
            #"{"id": 1, "parts": [{"id": 2}, {"id": 3, "parts": [{}]}]}"#, "$.parts[1].parts[0].id",
            "a value, since the member is required", "nothing"
        ),
        (#"{"id": 1, "parts": [{"id": 2}, 3]}"#, "$.parts[1]", "an object", "3"),
        (
            #"{"id": 1, "created_date": "yesterday"}"#, "$.created_date",
            "a date and time such as \"2024-02-29T12:00:00Z\"", #""yesterday""#
        ),
        (#"{"id": 1, "owner": "me"}"#, "$.owner", "a UUID", #""me""#),
        (#"{"id": 1, "day": "2023-02-29"}"#, "$.day", "a date such as \"2024-02-29\"", #""2023-02-29""#),
        ("[1]", "$", "an object", "an array"), ("<html>", "$", "JSON", "<html>"),
        ("", "$", "JSON", "nothing"),
        (#"{"id": 1, "name": "#, "$", "JSON", "an object"),
    ])
    func reportsThePlace(body: String, path: String, expected: String, found: String) async throws {
        let error = await failure { () throws(APIError) in
            try await decoded(Item.self, from: body, reading: .strict)
        }
        guard case .undecodable(let undecodable) = error else {
            Issue.record("\(body) decoded")
            return
        }
        #expect(undecodable.path == path)
        #expect(undecodable.expected == expected)
        #expect(undecodable.found == found)
        #expect(undecodable.body == Data(body.utf8))
    }

    /// Where a text is not in its format, the rest of the answer is there all the same.
    @Test func readsAroundMisfits() async throws {
        let item = try await decoded(
            Item.self, from: #"{"id":1,"created_date":"yesterday","owner":"me","link":"","day":"2023-02-29"}"#
        )
        #expect(item == (try await decoded(Item.self, from: #"{"id":1}"#)))
    }

    @Test func reportsNumbersThatDoNotFit() async {
        let error = await failure { () throws(APIError) in try await decoded([Int].self, from: "[1, 1.5]") }
        #expect(error?.description.contains("at $[1]: expected an integer, found 1.5") == true)
    }

    @Test func quotesTheSurroundings() async throws {
        let items = (0..<100).map { #"{"id": \#($0), "name": "item ä \#($0)"}"# } + [#"{"id": "x"}"#]
        let body = "[\n" + (items + items).joined(separator: ",\n") + "]"
        let error = await failure { () throws(APIError) in try await decoded([Item].self, from: body) }
        guard case .undecodable(let undecodable) = error else {
            Issue.record("decoded")
            return
        }
        #expect(undecodable.path == "$[100].id")
        #expect(undecodable.excerpt.contains(#""id": 99, "name": "item ä 99"}, {"id": "x"}, {"id": 0,"#))
        #expect(undecodable.excerpt.count <= 200)
        #expect(undecodable.excerpt.hasPrefix("…") && undecodable.excerpt.hasSuffix("…"))
    }

    @Test func namesOddMembers() async {
        let error = await failure { () throws(APIError) in
            try await decoded([String: [String: Int]].self, from: #"{"a b": {"1": "x"}}"#)
        }
        #expect(error?.description.contains("$['a b']['1']: expected an integer, found \"x\"") == true)
    }
}
