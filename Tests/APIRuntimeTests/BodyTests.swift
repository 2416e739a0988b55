@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct BodyTests {
    @Test func sendsSortedJSONWithoutEscapedSlashes() async throws {
        let request = try await sent(.post) { $0.body(["z": "a/b", "A": "ä", "a": "\u{1}\""]) }
        #expect(
            request.body.map { String(decoding: $0, as: UTF8.self) } == #"{"A":"ä","a":"\u0001\"","z":"a/b"}"#
        )
        #expect(request.head.headerFields[.contentType] == "application/json")
    }

    @Test func sendsNothingForAnAbsentBody() async throws {
        let request = try await sent(.post) { $0.body(Note?.none) }
        #expect(request.body == nil)
        #expect(request.head.headerFields[.contentType] == nil)
    }

    @Test(arguments: [([String: Int](), "{}"), (["a": 0], #"{"a":0}"#)])
    func sendsEmptyAndZero(value: [String: Int], expected: String) async throws {
        let text = try await encoded(value)
        #expect(text == expected)
    }

    @Test func sendsBytesOfAnyType() async throws {
        let request = try await sent(.put) { $0.body(Data("a=1".utf8), contentType: "text/plain") }
        #expect(request.body == Data("a=1".utf8))
        #expect(request.head.headerFields[.contentType] == "text/plain")
    }

    @Test func writesThreeStates() async throws {
        let text = try await encoded(Note(text: .null, rank: 3))
        #expect(text == #"{"children":[],"parent":null,"rank":3,"tags":[],"text":null}"#)
    }

    @Test func writesEveryMember() async throws {
        let id = try #require(UUID(uuidString: "87B24961-B51E-4DB8-9226-F198F6518A89"))
        let note = Note(
            title: "t", text: "x", owner: id, readers: [id], parent: 1, children: [Note(title: "c")],
            additionalProperties: ["extra": [true, nil, 1.5]])
        let text = try await encoded(note)
        let expected =
            #"{"children":[{"children":[],"parent":null,"tags":[],"title":"c"}],"extra":[true,null,1.5],"#
            + #""owner":"87b24961-b51e-4db8-9226-f198f6518a89","parent":1,"#
            + #""readers":["87b24961-b51e-4db8-9226-f198f6518a89"],"tags":[],"text":"x","title":"t"}"#
        #expect(text == expected)
    }

    @Test func reportsBrokenLimitsByTheirPlace() async {
        let inner = Note(title: "too long", rank: 0)
        let note = Note(tags: ["a", "b", "c"], text: "", parent: 0, children: [Note(), inner])
        let found = await violations(.post) { $0.body(note, .schema(Note.validationSchema)) }
        #expect(
            found.map(\.message) == [
                "$.tags must hold at most 2 items", "$.text must hold at least 1 character",
                "$.parent must be at least 1",
                "$.children[1].title must hold at most 5 characters", "$.children[1].rank must be at least 1",
            ])
    }

    @Test func reportsWhatJSONCannotHold() async {
        let found = await violations(.post) { $0.body(["a b": [1, Double.nan]]) }
        #expect(
            found == [
                Violation(
                    path: "$['a b'][1]", rule: .encoding, message: "$['a b'][1] cannot be written as JSON")
            ])
    }
}
