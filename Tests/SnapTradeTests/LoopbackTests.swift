import APIRuntime
import FlyingFox
import FlyingSocks
import Foundation
import SnapTrade
import Testing

/// The seven calls over real HTTP, against a server on this machine.
@Suite(.serialized) struct LoopbackTests {
    @Test(arguments: OperationCase.all)
    func callsOverHTTP(_ operation: OperationCase) async throws {
        let seen = Seen()
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
        await server.appendRoute("*") { request in
            await seen.add(request)
            return FlyingFox.HTTPResponse(
                statusCode: HTTPStatusCode(operation.status.code, phrase: ""),
                headers: [.contentType: "application/json; charset=utf-8"],
                body: Data(operation.answer.utf8),
            )
        }
        let task = Task { try await server.run() }
        defer { task.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            Issue.record("the server does not listen")
            return
        }
        let client = SnapTradeClient.forTests(
            transport: URLSessionTransport(), server: "http://127.0.0.1:\(port)/api/v1")
        try await operation.call(client)
        let request = try #require(await seen.requests.first)
        #expect(await seen.requests.count == 1)
        #expect(request.method.rawValue == operation.method)
        #expect(request.target.rawValue == "\(operation.path)?\(operation.signedQuery)")
        #expect(request.headers[HTTPHeader("Signature")] == operation.signature)
        if let accept = operation.accept { #expect(request.headers[HTTPHeader("Accept")] == accept) }
        #expect(try await request.bodyData.isEmpty)
    }
}

private actor Seen {
    private(set) var requests: [FlyingFox.HTTPRequest] = []

    func add(_ request: FlyingFox.HTTPRequest) { requests.append(request) }
}
