import APIRuntime
import FormBodies
import Foundation
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct FormBodyTests {
    private let wire = Wire { FormBodiesClient(server: $0, configuration: $1) }

    @Test func writesFieldsByTheirEncodings() async throws {
        let message = Message(
            to: "Zoë & co=+ ", tags: ["a|b", "c"], copies: ["x", "y"], count: 2, urgent: true,
            at: Date(timeIntervalSince1970: 0), link: "https://a.b/c?d=e&f", note: "say \"hi\"",
            filter: Filter(name: "n", tags: ["1", "2"], range: RangeModel(to: 2, from: 1)),
            range: RangeModel(to: 9),
            ranges: [RangeModel(from: 1), RangeModel(to: 2)], empty: "")
        let request = try await wire.sent { try await $0.bodies.sendForm(body: message) }
        #expect(request.contentType == "application/x-www-form-urlencoded")
        #expect(
            request.text.split(separator: "&").map(String.init) == [
                "to=Zo%C3%AB%20%26%20co%3D%2B%20", "tags=a%7Cb%7Cc", "copies=x", "copies=y", "count=2",
                "urgent=true", "at=1970-01-01T00%3A00%3A00.000Z", "link=https://a.b/c?d=e%26f",
                "note=%22say%20%5C%22hi%5C%22%22", "filter%5Bname%5D=n", "filter%5Btags%5D%5B%5D=1",
                "filter%5Btags%5D%5B%5D=2", "filter%5Brange%5D%5Bto%5D=2", "filter%5Brange%5D%5Bfrom%5D=1",
                "range=%7B%22to%22%3A9%7D", "ranges=%7B%22from%22%3A1%7D", "ranges=%7B%22to%22%3A2%7D",
                "empty=",
            ])
    }

    @Test func holdsFieldsAgainstTheirLimits() async {
        let filter = Filter(name: String(repeating: "n", count: 11), range: RangeModel(from: -1))
        let message = Message(to: String(repeating: "t", count: 21), filter: filter)
        let found = await wire.violations { try await $0.bodies.sendForm(body: message) }
        #expect(
            found == [
                "$.to must hold at most 20 characters", "$.filter.name must hold at most 10 characters",
                "$.filter.range.from must be at least 0",
            ])
    }

    @Test func refusesNullsThatNoFormCanTell() async {
        let form = await wire.violations {
            try await $0.bodies.sendForm(body: Message(to: "t", empty: .null))
        }
        #expect(form == ["empty must not be null, which cannot be sent here; leave it out"])
        let open = await wire.violations {
            try await $0.bodies.sendOpenForm(body: ["a": nil, "b": ["x", nil], "c": ["d": nil]])
        }
        #expect(
            open == ["a", "b[1]"].map { "\($0) must not be null, which cannot be sent here; leave it out" })
    }

    @Test func writesOpenForms() async throws {
        let request = try await wire.sent {
            try await $0.bodies.sendOpenForm(body: ["b": 1.5, "a": ["x", true], "c": ["d": nil]])
        }
        #expect(request.text == "a=x&a=true&b=1.5&c=%7B%22d%22%3Anull%7D")
        let empty = try await wire.sent { try await $0.bodies.sendOpenForm() }
        #expect(empty.body == nil)
        #expect(empty.contentType == nil)
    }

    @Test func writesChoicesAsTheirJSON() async throws {
        let choices = Choices(
            plain: .range(RangeModel(to: 2)), deep: .range(RangeModel(to: 3)),
            many: [.string("a b"), .range(RangeModel(from: 1))])
        let form = try await wire.sent { try await $0.bodies.sendChoices(body: choices) }
        #expect(form.text == "plain=%7B%22to%22%3A2%7D&deep%5Bto%5D=3&many=a%20b&many=%7B%22from%22%3A1%7D")
        let texts = try await wire.sent {
            try await $0.bodies.sendChoices(body: Choices(plain: .string("x"), deep: .string("y")))
        }
        #expect(texts.text == "plain=x&deep=y")
        let parts = try await wire.sent { try await $0.bodies.uploadChoices(body: choices) }
        let bodies = parts.text.components(separatedBy: "--XXX").dropFirst().dropLast().map {
            $0.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        }
        let json = "Content-Type: application/json"
        #expect(
            bodies == [
                ["Content-Disposition: form-data; name=\"plain\"", json, #"{"to":2}"#],
                ["Content-Disposition: form-data; name=\"deep\"", json, #"{"to":3}"#],
                ["Content-Disposition: form-data; name=\"many\"", "a b"],
                ["Content-Disposition: form-data; name=\"many\"", json, #"{"from":1}"#],
            ])
    }

    @Test func sendsFormsOverHTTP() async throws {
        let all = try await wire.echo { client in
            try await client.bodies.sendForm(body: Message(to: "a b&c", copies: ["é", "+"]))
        }
        #expect(all[0].headers["content-type"] == "application/x-www-form-urlencoded")
        #expect(all[0].body == Data("to=a%20b%26c&copies=%C3%A9&copies=%2B".utf8))
    }
}
