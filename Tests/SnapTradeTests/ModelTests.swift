@_spi(Generated) import APIRuntime
import Foundation
import SnapTrade
import Testing

/// Decodes a body as a caller would have it decoded.
private func decode<Value: Decodable & Sendable>(
    _ body: String,
    as type: Value.Type = Value.self,
) async throws(APIError) -> Value {
    let transport = InMemoryTransport { _ in .json(body) }
    let client = SnapTradeClient.forTests(transport: transport).with { $0.reading = .strict }
    return try await client.api.send(Request(.get, "/sample", operation: "sample"))
}

/// A model of the module, and the samples of its name.
struct ModelCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// The properties, as far as they have a value.
    let properties: @Sendable (String) async throws -> [String: Any]

    var testDescription: String { name }

    init<Model: Decodable & Sendable>(_ type: Model.Type) {
        name = "\(type)"
        properties = { body in
            let model = try await decode(body, as: Model.self)
            return Mirror(reflecting: model).children.reduce(into: [:]) { properties, child in
                properties[child.label ?? ""] = child.value
            }
        }
    }

    static let all = [
        ModelCase(Brokerage.self), ModelCase(BrokerageAuthorization.self),
        ModelCase(BrokerageAuthorizationAlreadyDisabledError.self),
        ModelCase(BrokerageAuthorizationDisabledConfirmation.self),
        ModelCase(BrokerageAuthorizationDisabledError.self),
        ModelCase(BrokerageAuthorizationRefreshConfirmation.self), ModelCase(BrokerageRequestError.self),
        ModelCase(BrokerageType.self), ModelCase(FailedRequest.self), ModelCase(FeatureNotEnabled.self),
        ModelCase(NotImplemented.self), ModelCase(RateOfReturnObject.self),
        ModelCase(RateOfReturnResponse.self),
        ModelCase(SessionEvent.self), ModelCase(TooManyRequests.self), ModelCase(UnexpectedError.self),
    ]
}

@Suite struct ModelTests {
    @Test func coversEachSample() {
        let expected = ModelCase.all.flatMap { ["\($0.name).full", "\($0.name).minimal"] }
        #expect(Sample.names == expected.sorted())
    }

    @Test(arguments: ModelCase.all)
    func decodesFullBodies(_ model: ModelCase) async throws {
        let properties = try await model.properties(Sample.text("\(model.name).full"))
        for (name, value) in properties {
            #expect(!isNil(value), "\(name) has a value in the sample")
        }
        let others = try #require(properties["additionalProperties"] as? [String: JSONValue])
        #expect(!others.isEmpty, "a field that the spec does not know survives")
    }

    @Test(arguments: ModelCase.all)
    func decodesMinimalBodies(_ model: ModelCase) async throws {
        let properties = try await model.properties(Sample.text("\(model.name).minimal"))
        let kept: Set = ["additionalProperties", "sourceTexts"]
        #expect(properties.allSatisfy { kept.contains($0.key) || isNil($0.value) })
    }

    private func isNil(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional && mirror.children.isEmpty
    }
}

@Suite struct ToleranceTests {
    @Test func keepsUnknownEnumValues() async throws {
        let rate = try await decode(#"{"timeframe": "10Y"}"#, as: RateOfReturnObject.self)
        #expect(rate.timeframe == "10Y")
        #expect(rate.timeframe?.rawValue == "10Y")
        let event = try await decode(#"{"session_event_type": "TEA_SERVED"}"#, as: SessionEvent.self)
        #expect(event.sessionEventType?.rawValue == "TEA_SERVED")
    }

    @Test func keepsMicrosecondsOfDates() async throws {
        let connection = try await decode(
            #"{"created_date": "2025-08-20T21:56:19.123935Z", "disabled_date": "2025-09-01T15:11:19.217004-05:00"}"#,
            as: BrokerageAuthorization.self)
        let created = try #require(connection.createdDate)
        let disabled = try #require(connection.disabledDate)
        #expect(abs(created.timeIntervalSince1970 - 1_755_726_979.123935) < 0.000_000_5)
        #expect(abs(disabled.timeIntervalSince1970 - 1_756_757_479.217004) < 0.000_000_5)
    }

    @Test func takesNullForAbsent() async throws {
        let brokerage = try await decode(#"{"url": null, "allows_trading": null}"#, as: Brokerage.self)
        #expect(brokerage.url == nil)
        #expect(brokerage.allowsTrading == nil)
    }

    @Test(arguments: [
        (#"{"data": [{}, {"return_percent": "5"}]}"#, "$.data[1].return_percent", "a number", #""5""#),
        (#"{"data": {}}"#, "$.data", "an array", "an object"),
        (#"{"data": [{"created_date": 5}]}"#, "$.data[0].created_date", "date", "5"),
        ("[]", "$", "an object", "an array"),
        ("", "$", "JSON", "nothing"),
    ])
    func tellsWhereATypeIsWrong(body: String, path: String, expected: String, found: String) async throws {
        let error = await #expect(throws: APIError.self) {
            try await decode(body, as: RateOfReturnResponse.self)
        }
        guard case .undecodable(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.path == path)
        #expect(failure.expected.contains(expected))
        #expect(failure.found.contains(found))
    }
}
