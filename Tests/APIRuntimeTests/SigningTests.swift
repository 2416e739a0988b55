@_spi(Generated) import APIRuntime
import APISigning
import Foundation
import Testing

/// A request and the signature that the service of the vectors expects for it.
struct SigningVector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let target: String
    let body: String?
    let signature: String
    let request: @Sendable () -> Request
}

private let id = UUID(uuidString: "87b24961-b51e-4db8-9226-f198f6518a89")

private func authorization(_ method: HTTPRequest.Method, _ template: String) -> Request {
    var request = Request(method, template, operation: "operation")
    request.path("id", id ?? UUID())
    request.query("userId", "snaptrade-user-123")
    request.query("userSecret", "adf2aa34-8219-40f7-a6b3-60156985cc61", sensitive: true)
    return request
}

private let userQuery = "userId=snaptrade-user-123&userSecret=adf2aa34-8219-40f7-a6b3-60156985cc61"
private let sessions = "917c8734-8470-4a3e-a18f-57c3f2ee6631,65e839a3-9103-4cfb-9b72-2071ef80c5f2"
private let encodedSessions = sessions.replacing(",", with: "%2C")

private let vectors = [
    SigningVector(
        testDescription: "GET",
        target: "/api/v1/authorizations/87b24961-b51e-4db8-9226-f198f6518a89?\(userQuery)", body: nil,
        signature: "c3IVs1cqIeUHM49gg3hDEao7yhYcLO/6UOFgRl5NG6M="
    ) { authorization(.get, "/authorizations/{id}") },
    SigningVector(
        testDescription: "POST without a body",
        target: "/api/v1/authorizations/87b24961-b51e-4db8-9226-f198f6518a89/disable?\(userQuery)", body: nil,
        signature: "OT2WdJVAL+BE9QcvNH9oBLLVVRjBKJ7ooCKViNdnY5g="
    ) { authorization(.post, "/authorizations/{id}/disable") },
    SigningVector(
        testDescription: "escaped query",
        target:
            "/api/v1/sessionEvents?PartnerClientId=PASSIVTEST&userId=\(encodedSessions)&sessionId=\(encodedSessions)",
        body: nil, signature: "uFroqqthQfZ8leZGnD/qehgCfzerhGe8k2HhvDfwFVM="
    ) {
        var request = Request(.get, "/sessionEvents", operation: "sessionEvents")
        request.query("PartnerClientId", "PASSIVTEST")
        request.query("userId", sessions)
        request.query("sessionId", sessions)
        return request
    },
    SigningVector(
        testDescription: "body", target: "/api/v1/snapTrade/registerUser?",
        body: #"{"userId":"snaptrade-user-123"}"#,
        signature: "RhcquPxdZzxjojlGOJBQzTZDo1KLkSNWPEDsBALWQKM="
    ) {
        var request = Request(.post, "/snapTrade/registerUser", operation: "registerUser")
        request.body(["userId": "snaptrade-user-123"])
        return request
    },
]

@Suite struct SigningTests {
    private func signed(
        _ request: Request, key: String = "YOUR_CONSUMER_KEY",
        in location: CredentialLocation = .header("Signature"),
        signing parts: [String: SignedPart] = ["content": .body, "path": .path, "query": .query],
    ) async throws -> TransportRequest {
        let transport = InMemoryTransport()
        let configuration = ClientConfiguration(
            transport: transport, now: { Date(timeIntervalSince1970: 1_700_000_000.9) })
        var api = APIClient(baseURL: "https://api.snaptrade.com/api/v1", configuration: configuration)
        api.credentials["Signature"] = .hmacSHA256(key: key, signing: parts, in: location)
        api.credentials["Client"] = .apiKey("PASSIVTEST", in: .query("clientId"))
        api.credentials["Time"] = .unixTime(in: .query("timestamp"))
        // The signature comes last although it is named first.
        api.security = [["Signature", "Client", "Time"]]
        try await api.send(request)
        return transport.requests[0]
    }

    @Test(arguments: vectors)
    func signsAsTheVendorDoes(vector: SigningVector) async throws {
        let request = try await signed(vector.request())
        let separator = vector.target.hasSuffix("?") ? "" : "&"
        #expect(request.head.path == vector.target + separator + "clientId=PASSIVTEST&timestamp=1700000000")
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == vector.body)
        #expect(signature(request) == vector.signature)
    }

    @Test func putsTheSignatureInTheQuery() async throws {
        let request = try await signed(vectors[0].request(), in: .query("sig"))
        #expect(request.query?.hasSuffix("&sig=c3IVs1cqIeUHM49gg3hDEao7yhYcLO%2F6UOFgRl5NG6M%3D") == true)
    }

    /// Bodies that mean the same have the same signature; others have others.
    @Test(arguments: [
        (
            #"{"b":{"y":1.0,"x":[{"d":1,"c":2}]},"a":"é\/\""}"#,
            #" { "a" : "é\/\"", "b" : {"x":[ {"c":2,"d":1} ] ,"y":1.0}} "#, true
        ),
        (#"{"b":1e400,"a":"\ud83d"}"#, #" {"a": "\ud83d", "b": 1e400}"#, true),
        ("{}", nil, true), ("null", nil, true), ("[]", nil, false), (#"{"a":1}"#, #"{"a":1.0}"#, false),
        (#"{"a":null}"#, "{}", false), ("[1,2]", "[2,1]", false), ("not JSON", #""not JSON""#, true),
    ])
    func signsTheMeaningOfABody(one: String, other: String?, same: Bool) async throws {
        let first = try await signed(body(one))
        let second = try await signed(body(other))
        #expect((signature(first) == signature(second)) == same)
        #expect(first.body == Data(one.utf8))
    }

    @Test func signsTheMethodIfAsked() async throws {
        let parts: [String: SignedPart] = ["m": .method]
        let get = try await signed(Request(.get, "/a", operation: "a"), signing: parts)
        let delete = try await signed(Request(.delete, "/a", operation: "a"), signing: parts)
        #expect(signature(get) != signature(delete))
        // HMAC-SHA256 of {"m":"GET"}, computed by OpenSSL.
        #expect(signature(get) == "VyAfSjirGqT1eQa233ggyON33GxWVOurJruIKMYeVHk=")
    }

    private func body(_ text: String?) -> Request {
        var request = Request(.post, "/a", operation: "a")
        request.body(text.map { Data($0.utf8) }, contentType: "application/json")
        return request
    }

    private func signature(_ request: TransportRequest) -> String? {
        request.head.headerFields.first { $0.name.rawName == "Signature" }?.value
    }
}
