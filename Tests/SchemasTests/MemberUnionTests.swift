import APIRuntime
import Foundation
import MemberUnions
import Testing

@Suite struct MemberUnionTests {
    private let exchange = Cases.memberUnions

    @Test func tellsCasesByWhatTheyHold() async throws {
        let person = try await exchange.receive(#"{"owner":{"id":"1","birthday":"2024-02-29"}}"#)
        guard case .person? = person.owner else { return #expect(Bool(false), "\(person)") }
        let labels = try await exchange.receive(#"{"measure":["a"]}"#)
        #expect(labels.measure == .labels(["a"]))
    }

    /// The alternative that knows most of what is there; of equal ones, the first.
    @Test(arguments: [
        (#"{"text":"t"}"#, Label.mark(Mark(text: "t"))),
        (#"{"text":"t","width":3}"#, .sizedMark(SizedMark(text: "t", width: 3))),
        (#"{"tint":"red","text":5}"#, .paint(Paint(tint: "red", additionalProperties: ["text": 5]))),
        (#"[1]"#, .other([1])),
    ])
    func choosesWhatNamesMost(_ json: String, _ label: Label) async throws {
        #expect(try await exchange.receive(#"{"label":\#(json)}"#).label == label)
    }
}
