import APIRuntime
import Foundation
import Limits
import Testing

@Suite struct LimitTests {
    private let exchange = Cases.limits

    /// Each of these is refused before it is sent, by the keyword that it breaks.
    @Test(arguments: [
        (#"{"limited":{"both":"a"}}"#, "pattern"),
        (#"{"limited":{"both":"x:"}}"#, "pattern"),
        (#"{"limited":{"one":"a"}}"#, "pattern"),
        (#"{"limited":{"orNull":"a"}}"#, "pattern"),
        (#"{"limited":{"referred":"a"}}"#, "pattern"),
        (#"{"limited":{"referred":"a:bc"}}"#, "maxLength"),
        (#"{"limited":{"length":"abcd"}}"#, "maxLength"),
        (#"{"limited":{"count":10}}"#, "maximum"),
        (#"{"limited":{"words":["a","b","c"]}}"#, "maxItems"),
        (#"{"limited":{"open":11}}"#, "maximum"),
        (#"{"limited":{"entries":{"a":1}}}"#, "required"),
        (#"{"limited":{"deep":"a"}}"#, "minLength"),
        (#"{"limited":{"some":{}}}"#, "minProperties"),
        (#"{"limited":{"few":{}}}"#, "minProperties"),
        (#"{"limited":{"few":{"a":"1","b":"2"}}}"#, "maxProperties"),
        (#"{"limited":{"since":"2023-02-28T00:00:00Z"}}"#, "pattern"),
        (#"{"limited":{"more":{"b":"123"}}}"#, "maxLength"),
    ])
    func refuses(_ json: String, _ rule: String) async throws {
        let sample = try await exchange.receive(json)
        let error = await #expect(throws: APIError.self) { try await exchange.send(sample) }
        guard case .invalidRequest(let failure)? = error else { return #expect(Bool(false), "\(json)") }
        #expect(failure.violations.map(\.rule.rawValue) == [rule])
    }

    @Test func showsNoPasswords() async throws {
        let sample = try await exchange.receive(#"{"limited":{"oldPassword":"s3cr3t","password":"s3cr3t"}}"#)
        #expect(sample.limited?.password == "s3cr3t")
        var dumped = ""
        dump(sample, to: &dumped)
        for text in ["\(sample)", String(reflecting: sample), dumped] {
            #expect(!text.contains("s3cr3t") && text.contains("[redacted]"), "\(text)")
        }
        #expect(
            try await exchange.send(sample) == #"{"limited":{"oldPassword":"s3cr3t","password":"s3cr3t"}}"#)
    }

    @Test func declaredPropertiesAreNoAdditionalOnes() async throws {
        let more = Limited.More(a: "1", additionalProperties: ["a": "2"])
        let error = await #expect(throws: APIError.self) {
            try await exchange.send(Sample(limited: Limited { $0.more = more }))
        }
        #expect(
            "\(error.map(String.init(describing:)) ?? "")".contains(
                "$.limited.more.a has a property of its own"))
    }
}
