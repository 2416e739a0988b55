@_spi(Generated) import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// The transport of Foundation against a server on this machine.
@Suite(.timeLimit(.minutes(1))) struct LoopbackTests {
    private func client(_ server: String, timeout: Duration = .seconds(30)) -> APIClient {
        let options = CallOptions(timeout: timeout)
        return APIClient(baseURL: BaseURL(server), configuration: ClientConfiguration(options: options))
    }

    /// What the server receives for a request.
    private func received(
        _ method: APIRuntime.HTTPRequest.Method = .get, _ template: String = "/items",
        _ build: (inout Request) -> Void = { _ in },
    ) async throws -> ReceivedRequest {
        var request = Request(method, template, operation: "operation")
        build(&request)
        let all = try await withServer(below: "/base", { _ in .init(statusCode: .noContent) }) { server in
            try await client(server).send(request)
        }
        #expect(all.count == 1)
        return try #require(all.first)
    }

    @Test func keepsPathAndQueryToTheByte() async throws {
        let odd = "a/b?c#d%e;f+g h'()*!~äöü,:@&=$[]{}|\\^`\"<>\u{1}"
        let request = try await received(.get, "/items/{id}/{tags}") {
            $0.path("id", odd)
            $0.path("tags", ["a", "b"], style: .matrix, explode: true)
            $0.query("q", odd)
            $0.query("list", ["x y", "z"], explode: false)
            $0.query("open", "a/b?c:d@e", allowReserved: true)
        }
        let encoded =
            "a%2Fb%3Fc%23d%25e%3Bf%2Bg%20h%27%28%29%2A%21~%C3%A4%C3%B6%C3%BC%2C%3A%40%26%3D%24%5B%5D%7B%7D%7C%5C%5E%60"
            + "%22%3C%3E%01"
        #expect(
            request.target
                == "/base/items/\(encoded)/;tags=a;tags=b?q=\(encoded)&list=x%20y,z&open=a/b?c:d@e")
    }

    @Test(arguments: [
        APIRuntime.HTTPRequest.Method.get, .head, .options, .post, .put, .patch, .delete,
    ])
    func keepsMethodsAndBodies(method: APIRuntime.HTTPRequest.Method) async throws {
        let request = try await received(method)
        #expect(request.method == method.rawValue)
        #expect(request.body.isEmpty)
        #expect(request.headers["content-type"] == nil)
        let length = request.headers["content-length"]
        #expect(length == "0" || length == nil && !["POST", "PUT", "PATCH"].contains(method.rawValue))
    }

    @Test(arguments: [APIRuntime.HTTPRequest.Method.post, .put, .patch, .delete])
    func sendsBytesOfBodies(method: APIRuntime.HTTPRequest.Method) async throws {
        let bytes = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
        let request = try await received(method) {
            $0.body(bytes, contentType: "application/octet-stream")
        }
        #expect(request.body == bytes)
        #expect(request.headers["content-type"] == "application/octet-stream")
        #expect(request.headers["content-length"] == "100000")
    }

    @Test func sendsHeaders() async throws {
        let request = try await received(.post) {
            $0.header("X-Trace-Id", "abc")
            $0.cookie("session", "1")
            $0.body(["a": 1])
        }
        #expect(request.headers["x-trace-id"] == "abc")
        #expect(request.headers["cookie"] == "session=1")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.body == Data(#"{"a":1}"#.utf8))
    }

    @Test func receivesStatusHeadersAndBytes() async throws {
        try await withServer(
            below: "/base",
            { _ in
                .init(
                    statusCode: .init(418, phrase: "teapot"), headers: [.init("X-Request-ID"): "r1"],
                    body: Data("ü".utf8))
            }
        ) { server in
            let request = Request(.get, "/items", operation: "getItems")
            let error = await failure { () throws(APIError) in try await client(server).send(request) }
            guard case .status(let failure)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(failure.status.code == 418)
            #expect(failure.requestID == "r1")
            #expect(failure.body == Data("ü".utf8))
        }
    }

    @Test func stopsWhenItsTimeIsOver() async throws {
        try await withServer(
            below: "/base",
            { _ in
                try await Task.sleep(for: .seconds(20))
                return .init(statusCode: .ok)
            }
        ) { server in
            let start = ContinuousClock.now
            let error = await failure { () throws(APIError) in
                try await client(server, timeout: .milliseconds(100))
                    .send(Request(.get, "/items", operation: "getItems"))
            }
            guard case .transport(let failure)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(failure.reason == .timedOut)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test func isCancelledWithItsTask() async throws {
        let arrivals = AsyncStream<Void>.makeStream()
        try await withServer(
            below: "/base",
            { _ in
                arrivals.continuation.yield()
                try await Task.sleep(for: .seconds(20))
                return .init(statusCode: .ok)
            }
        ) { server in
            let api = client(server)
            let task = Task {
                await failure { () throws(APIError) in
                    try await api.send(Request(.get, "/items", operation: "getItems"))
                }
            }
            for await _ in arrivals.stream { break }
            let start = ContinuousClock.now
            task.cancel()
            guard case .cancelled? = await task.value else {
                Issue.record("not cancelled")
                return
            }
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test func tellsThatNobodyListens() async throws {
        let error = await failure { () throws(APIError) in
            try await client("http://127.0.0.1:1").send(
                Request(.get, "/items?key=hidden", operation: "getItems"))
        }
        guard case .transport(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == .unreachable)
        #expect(!everythingShown(failure).contains("127.0.0.1"))
    }

    @Test func followsRedirectsToTheSameHostOnly() async throws {
        try await withServer(
            below: "/base",
            { request in
                switch request.target {
                case "/base/near":
                    .init(
                        statusCode: .temporaryRedirect, headers: HTTPHeaders([.location: "/base/there?x=%2F"])
                    )
                case "/base/far":
                    .init(
                        statusCode: .temporaryRedirect,
                        headers: HTTPHeaders([.location: "http://localhost:1/stolen"]))
                default: .init(statusCode: .ok, body: Data(#"["\#(request.target)"]"#.utf8))
                }
            }
        ) { server in
            let targets: [String] = try await client(server).send(Request(.get, "/near", operation: "near"))
            #expect(targets == ["/base/there?x=%2F"])
            let error = await failure { () throws(APIError) in
                try await client(server).send(Request(.get, "/far", operation: "far"))
            }
            #expect(error?.description.contains("far was answered with 307.") == true)
        }
    }
}
