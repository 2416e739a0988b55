import APIRuntime
import APIRuntimeTesting
import Foundation
import Testing

@Suite struct ExampleTransportTests {
    private static let examples = #"""
        {"service": "Shop", "operations": {
          "getOrder": {"status": 201, "contentType": "application/json", "json": {"id": 1.5}},
          "getNothing": {"status": 200, "contentType": "application/json", "json": null},
          "getFile": {"status": 200, "contentType": "text/plain", "text": "content"},
          "deleteOrder": {"status": 204}
        }}
        """#

    private func response(
        to operation: String, except others: [String: ScriptedAnswer] = [:],
    ) async throws -> TransportResponse {
        let transport = try ExampleTransport(examples: Data(Self.examples.utf8), except: others)
        let head = HTTPRequest(method: .get, scheme: "https", authority: "example.com", path: "/")
        return try await transport.send(TransportRequest(operation: operation, head: head))
    }

    @Test(arguments: [
        ("getOrder", 201, "application/json", #"{"id":1.5}"#),
        ("getNothing", 200, "application/json", "null"), ("getFile", 200, "text/plain", "content"),
        ("deleteOrder", 204, nil, ""),
    ])
    func answers(operation: String, status: Int, type: String?, body: String) async throws {
        let response = try await response(to: operation)
        #expect(response.head.status.code == status)
        #expect(response.head.headerFields[.contentType] == type)
        #expect(String(decoding: response.body, as: UTF8.self) == body)
    }

    @Test func givesOtherAnswers() async throws {
        let response = try await response(to: "getOrder", except: ["getOrder": .empty(status: .notFound)])
        #expect(response.head.status == .notFound)
    }

    @Test func saysThatThereIsNoExample() async throws {
        let error = await #expect(throws: TransportError.self) { try await response(to: "other") }
        #expect(error?.message == "there is no example of 'other'")
        let odd = #"{"operations": {"a": {"status": 1000}}}"#
        #expect(throws: DecodingError.self) { try ExampleTransport(examples: Data(odd.utf8)) }
        #expect(throws: DecodingError.self) { try ExampleTransport(examples: Data("[]".utf8)) }
    }
}
