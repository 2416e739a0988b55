import APIRuntime
import FlyingFox
import Foundation
import Loopback
import SnapTrade
import Testing

/// The seven calls over real HTTP, against a server on this machine.
@Suite(.serialized) struct LoopbackTests {
    @Test(arguments: OperationCase.all)
    func callsOverHTTP(_ operation: OperationCase) async throws {
        let requests = try await withServer(
            below: "/api/v1",
            { _ in
                FlyingFox.HTTPResponse(
                    statusCode: HTTPStatusCode(operation.status.code, phrase: ""),
                    headers: [.contentType: "application/json; charset=utf-8"],
                    body: Data(operation.answer.utf8),
                )
            }
        ) { server in
            try await operation.call(
                SnapTradeClient.forTests(transport: URLSessionTransport(), server: APIServer(server)))
        }
        let request = try #require(requests.first)
        #expect(requests.count == 1)
        #expect(request.method == operation.method)
        #expect(request.target == "\(operation.path)?\(operation.signedQuery)")
        #expect(request.headers["signature"] == operation.signature)
        if let accept = operation.accept { #expect(request.headers["accept"] == accept) }
        #expect(request.body.isEmpty)
    }
}
