@_spi(Generated) import APIRuntime
import Foundation
import Loopback
import Testing

/// What services do with connections, byte by byte.
@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
    private func client(_ address: String) -> APIClient {
        var client = APIClient(baseURL: BaseURL(address))
        client.options.timeout = .seconds(20)
        client.options.retries = .never
        return client
    }

    private let request = Request(.get, "/items", operation: "getItems")

    /// A response with a challenge arrives at once, though there are no credentials to meet it.
    @Test(arguments: [true, false]) func receivesChallenges(isStream: Bool) async throws {
        try await withRawServer({ connection in
            while true {
                _ = try await connection.request()
                try await connection.send(
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"items\"\r\nX-Request-ID: r1\r\n"
                        + "Content-Length: 2\r\n\r\n{}")
            }
        }) { address in
            let error = await failure { () throws(APIError) in
                if isStream {
                    let stream: ResponseStream<JSONValue> = try await client(address).stream(
                        request, as: .jsonLines)
                    _ = stream
                } else {
                    try await client(address).send(request)
                }
            }
            #expect(error?.status == .unauthorized)
            #expect(error?.statusFailure?.requestID == "r1")
            #expect(error?.statusFailure?.headers[.wwwAuthenticate] == "Basic realm=\"items\"")
        }
    }

    /// A server may close a connection that it said to keep. What is not idempotent is neither lost nor sent twice.
    @Test(arguments: [HTTPRequest.Method.post, .put, .patch, .get])
    func outlivesKeptConnections(method: HTTPRequest.Method) async throws {
        let received = Counter()
        try await withRawServer({ connection in
            _ = try await connection.request()
            received.next()
            try await connection.send("HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n")
        }) { address in
            let client = client(address)
            for _ in 0..<5 {
                try await client.send(Request(method, "/items", operation: "items"))
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        #expect(received.value == 5)
    }
}
