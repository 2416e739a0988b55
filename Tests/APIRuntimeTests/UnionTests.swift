@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// What a place of a document tells of itself, as the decoding of unions asks for it.
private struct Look: Decodable {
    let type: JSONType
    let text: String?
    let kind: String?
    let scalar: JSONValue
    let number: Int?

    init(from decoder: any Decoder) throws {
        type = decoder.jsonType
        text = decoder.text()
        kind = decoder.text("kind")
        scalar = decoder.scalar("kind")
        number = decoder.fitting(Alternative { $0 })
    }
}

private struct Tagged: Encodable {
    func encode(to encoder: any Encoder) throws {
        try encoder.write(["name": "Rex"], "dog", as: "kind")
    }
}

private struct IDs: Encodable {
    let ids: [UUID]

    func encode(to encoder: any Encoder) throws { try encoder.write(ids) }
}

@Suite struct UnionTests {
    private func look(_ json: String) throws -> Look {
        try JSONDecoder().decode(Look.self, from: Data(json.utf8))
    }

    @Test(arguments: [
        ("null", JSONType.null), ("true", .boolean), ("0", .number), ("1.5", .number), (#""1""#, .string),
        ("[1]", .array), (#"{"a":1}"#, .object),
    ])
    func knowsTheTypeOfEachValue(_ json: String, _ type: JSONType) throws {
        #expect(try look(json).type == type)
    }

    @Test func readsMembersWithoutTakingThem() throws {
        let cat = try look(#"{"kind":"cat","other":null}"#)
        #expect(cat.kind == "cat" && cat.scalar == "cat")
        let number = try look(#"{"kind":7}"#)
        #expect(number.kind == nil && number.scalar == 7)
        #expect(try look(#"{"kind":false}"#).scalar == false)
        #expect(try look(#"{"kind":[1]}"#).scalar == .null)
        #expect(try look(#""kind""#).text == "kind")
        #expect(try look("12").number == 12)
        #expect(try look("1.5").number == nil)
    }

    @Test func writesTagsBesideMembers() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(Tagged()), as: UTF8.self) == #"{"kind":"dog","name":"Rex"}"#)
    }

    @Test func writesIDsInLowerCase() async throws {
        let id = try #require(UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF"))
        let text = try await encoded(IDs(ids: [id]))
        #expect(text == #"["6f9619ff-8b86-d011-b42d-00cf4fc964ff"]"#)
    }
}
