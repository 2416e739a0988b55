import AccessRules
import APIRuntime
import Foundation
import Testing

/// What is read-only or write-only, in requests, in responses, and in what a caller keeps.
@Suite struct AccessTests {
    private let exchange = Cases.access

    private func receive(_ json: String) async throws -> Access {
        try #require(try await exchange.receive(#"{"access":\#(json)}"#).access)
    }

    private func send(_ access: Access) async throws -> String {
        try await exchange.send(Sample(access: access))
    }

    /// As it comes back from where the caller kept it.
    private func kept(_ access: Access) throws -> Access {
        try JSONDecoder().decode(Access.self, from: JSONEncoder().encode(access))
    }

    private let received = #"""
        {"id": "a1", "name": "n", "created": "2024-02-29T12:00:00.250Z", "issuer": {"since": 4}, "region": ["eu"],
        "labels": {"color": "red", "rank": 7, "hot": true},
        "history": [{"at": 2, "by": null, "note": "x", "previous": {"at": 1, "by": "me"}, "change": {"old": "m"}}]}
        """#

    private let made = Access(
        name: "n", secret: "sesame", renewal: .null,
        key: AccessKey(value: "v", hint: "h", comment: .null, use: .roles(AccessKey.UseRoles(roles: ["r"]))),
        issuer: Issuer(pin: "1234"))

    @Test func responsesLackWhatIsWriteOnly() async throws {
        let access = try await receive(received)
        #expect(access.id == "a1")
        #expect(access.secret == nil && access.renewal == .unchanged && access.key == nil)
        #expect(access.issuer.since == 4 && access.issuer.pin == nil)
        #expect(access.history?.first?.previous?.by == "me")
        #expect(access.labels?.additionalProperties == ["hot": true])
        #expect(access.additionalProperties == ["region": ["eu"]])
    }

    @Test func requestsLackWhatIsReadOnly() async throws {
        var access = try await receive(received)
        access.secret = "sesame"
        access.renewal = .value("yearly")
        access.key = made.key
        access.issuer.pin = "1234"
        let key = #"{"comment":null,"hint":"h","use":{"roles":["r"]},"value":"v"}"#
        let expected =
            #"{"access":{"issuer":{"pin":"1234"},"key":\#(key),"labels":{"color":"red","hot":true},"name":"n","#
            + #""plan":"free","region":["eu"],"renewal":"yearly","secret":"sesame"}}"#
        #expect(try await send(access) == expected)
    }

    @Test func requestsNeedWhatIsWriteOnly() async throws {
        let access = try await receive(received)
        let error = await #expect(throws: APIError.self) { try await send(access) }
        guard case .invalidRequest(let invalid) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            invalid.violations.map { "\($0.path) \($0.rule.rawValue)" } == [
                "$.access.secret required", "$.access.renewal required", "$.access.key required",
                "$.access.issuer.pin required",
            ])
    }

    @Test func whatIsKeptComesBackTheSame() async throws {
        let access = try await receive(received)
        #expect(try kept(access) == access)
        #expect(try kept(made) == made)
        #expect(try await send(try kept(made)) == send(made))
    }
}
