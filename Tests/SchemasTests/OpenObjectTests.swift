import APIRuntime
import Foundation
import OpenObjects
import Testing

@Suite struct OpenObjectTests {
    private let exchange = Cases.openObjects

    /// Each of these is refused before it is sent, by the keyword that it breaks.
    @Test(arguments: [
        (#"{"members":{"needed":{"beta":1}}}"#, "required"),
        (#"{"members":{"dependent":{"alpha":1}}}"#, "dependentRequired"),
        (#"{"members":{"named":{"gamma":1}}}"#, "propertyNames"),
        (#"{"members":{"forbidden":{"beta":1}}}"#, "properties"),
        (#"{"members":{"nothing":[1]}}"#, "maxItems"),
        (#"{"members":{"whole":"abc"}}"#, "maxLength"),
        (#"{"members":{"patterns":{"n_1":21}}}"#, "maximum"),
        (#"{"members":{"patterns":{"x":1}}}"#, "additionalProperties"),
    ])
    func refuses(_ json: String, _ rule: String) async throws {
        let sample = try await exchange.receive(json)
        let error = await #expect(throws: APIError.self) { try await exchange.send(sample) }
        guard case .invalidRequest(let failure)? = error else { return #expect(Bool(false), "\(json)") }
        #expect(failure.violations.map(\.rule.rawValue) == [rule])
    }

    @Test func namesHaveLimits() async {
        let objects = Objects(extensions: ["y": "1"], names: ["long": 1])
        #expect(
            await exchange.violations(of: Sample(objects: objects)) == [
                "$.objects.extensions.y additionalProperties", "$.objects.names.long propertyNames",
            ])
        #expect(
            await exchange.violations(
                of: Sample(objects: Objects(extensions: ["x-y": "1"], names: ["abc": 1]))) == [])
    }
}
