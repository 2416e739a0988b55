import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// The operations of Genesys Cloud over real HTTP, against a server on this machine. Those of SnapTrade, which are
/// signed, have tests of their own.
@Suite(.serialized, .timeLimit(.minutes(1))) struct LoopbackTests {
    @Test(arguments: Call.genesysCloud)
    func callsOverHTTP(_ call: Call) async throws {
        let answer = FlyingFox.HTTPResponse(
            statusCode: call.answer == nil ? .noContent : .ok,
            headers: call.answer == nil ? [:] : [.contentType: "application/json; charset=UTF-8"],
            body: Data((call.answer ?? "").utf8),
        )
        let requests = try await withServer({ _ in answer }) { server in
            try await call.send(URLSessionTransport(), server)
        }
        let operation = try #require(ReferenceOperation.all.first { $0.name == call.operation })
        let request = try #require(requests.first)
        #expect(requests.count == 1)
        #expect(request.method == operation.method)
        #expect(request.target == call.target)
        #expect(request.headers["authorization"] == "Bearer \(Call.token)")
        if call.answer != nil { #expect(request.headers["accept"] == "application/json") }
        #expect(request.headers["content-type"] == (call.body == nil ? nil : "application/json"))
        if let body = call.body {
            #expect(try JSON.value(request.body) == JSON.value(body))
        } else {
            #expect(request.body.isEmpty)
        }
    }
}
