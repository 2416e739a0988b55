import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// What servers receive.
@Suite(.timeLimit(.minutes(5))) struct RequestTests {
    private static let methods: [APIRuntime.HTTPRequest.Method] = [
        .get, .head, .options, .post, .put, .patch, .delete, .trace,
    ]

    private func received(
        _ kind: Kind, _ method: APIRuntime.HTTPRequest.Method, path: String = "/", headers: HTTPFields = [:],
        body: Data? = nil,
    ) async throws -> ReceivedRequest {
        let all = try await withServer({ _ in .init(statusCode: .noContent) }) { server in
            let response = try await kind.transport.send(
                TransportRequest(method, server, path, headers: headers, body: body))
            #expect(response.head.status == .noContent)
            #expect(response.body.isEmpty)
        }
        #expect(all.count == 1)
        return try #require(all.first)
    }

    @Test(arguments: Kind.allCases, methods)
    func sendsMethods(kind: Kind, method: APIRuntime.HTTPRequest.Method) async throws {
        let request = try await received(kind, method)
        #expect(request.method == method.rawValue)
        #expect(request.body.isEmpty)
        #expect(request.headers["transfer-encoding"] == nil)
        let length = request.headers["content-length"]
        let needsLength = ["POST", "PUT", "PATCH"].contains(method.rawValue)
        #expect(length == "0" || length == nil && !needsLength)
    }

    @Test(arguments: Kind.allCases, methods.filter { ![.head, .trace, .get].contains($0) })
    func sendsBodies(kind: Kind, method: APIRuntime.HTTPRequest.Method) async throws {
        let body = Data((0..<70_000).map { UInt8(truncatingIfNeeded: $0) })
        let request = try await received(kind, method, headers: [.contentType: "a/b"], body: body)
        #expect(request.method == method.rawValue)
        #expect(request.body == body)
        #expect(request.headers["content-length"] == "70000")
        #expect(request.headers["content-type"] == "a/b")
        #expect(request.headers["transfer-encoding"] == nil)
    }

    @Test(arguments: Kind.allCases) func sendsEmptyBodies(kind: Kind) async throws {
        let request = try await received(kind, .post, body: Data())
        #expect(request.body.isEmpty)
        #expect(request.headers["content-length"] == "0")
    }

    @Test func sendsBodiesOfGet() async throws {
        let request = try await received(.asyncHTTPClient, .get, body: Data("{}".utf8))
        #expect(request.method == "GET")
        #expect(request.body == Data("{}".utf8))
    }

    /// Foundation drops such bodies, and its transport says so.
    @Test func refusesBodiesOfGet() async throws {
        let reason = await reason {
            _ = try await Kind.urlSession.transport.send(
                TransportRequest(.get, "http://127.0.0.1:1", body: Data("{}".utf8)))
        }
        #expect(reason == .other)
    }

    @Test func refusesBodiesOfTrace() async throws {
        let reason = await reason {
            _ = try await Kind.asyncHTTPClient.transport.send(
                TransportRequest(.trace, "http://127.0.0.1:1", body: Data("{}".utf8)))
        }
        #expect(reason == .other)
    }

    /// The request line that a server receives.
    private func line(of request: (String) -> TransportRequest, over kind: Kind) async throws -> String {
        var line = ""
        try await ScriptedServer.serve { peer, head in
            try await peer.answer(200, body: String(head.prefix { $0 != "\r\n" }))
        } _: { server in
            line = String(decoding: try await kind.transport.send(request(server)).body, as: UTF8.self)
        }
        return line
    }

    @Test(arguments: Kind.allCases, ["QUERY", "PROPFIND", "x-get"])
    func sendsAnyMethod(kind: Kind, name: String) async throws {
        let method = try #require(APIRuntime.HTTPRequest.Method(name))
        let line = try await line(
            of: { TransportRequest(method, $0, "/a", body: Data("{}".utf8)) }, over: kind)
        #expect(line == "\(name) /a HTTP/1.1")
    }

    @Test(
        arguments: Kind.allCases,
        [
            "/a%2Fb/%c3%A4;v=1/..%2f/@:!$&'()*+,=~-._", "/a//b/", "//a", "/a?b=%20+%2B&c=1&d=/?:@&&e",
            "/?", "/a?", "/%2e%2E/x", "/?x=%7B%7d%22",
        ])
    func keepsTargetsToTheByte(kind: Kind, path: String) async throws {
        let line = try await line(of: { TransportRequest(.get, $0, path) }, over: kind)
        #expect(line == "GET \(path) HTTP/1.1")
    }

    @Test(arguments: ["/a#b", "/ä", "/a b", "/a|b", "/?a[]=1"])
    func sendsNoOtherTarget(path: String) async throws {
        let reason = await reason {
            _ = try await Kind.asyncHTTPClient.transport.send(
                TransportRequest(.get, "http://127.0.0.1:1", path))
        }
        #expect(reason == .other)
    }

    @Test(arguments: Kind.allCases) func joinsCookies(kind: Kind) async throws {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .cookie, value: "a=1"))
        headers.append(HTTPField(name: .cookie, value: "b=2; c=3"))
        let request = try await received(kind, .get, headers: headers)
        #expect(request.headers["cookie"] == "a=1; b=2; c=3")
    }

    @Test(arguments: Kind.allCases) func sendsHostAndCodings(kind: Kind) async throws {
        let request = try await received(kind, .get)
        #expect(request.headers["host"]?.hasPrefix("127.0.0.1:") == true)
        #expect(request.headers["accept-encoding"]?.contains("gzip") == true)
        let plain = try await received(kind, .get, headers: [.acceptEncoding: "identity"])
        #expect(plain.headers["accept-encoding"] == "identity")
    }

    @Test func sendsNoUserInformationAsHost() async throws {
        try await ScriptedServer.serve { peer, head in
            let lines = head.split(separator: "\r\n").filter { $0.hasPrefix("Host:") }
            try await peer.answer(200, body: lines.joined(separator: "|"))
        } _: { server in
            let login = server.replacing("http://", with: "http://user:secret@")
            let response = try await Kind.asyncHTTPClient.transport.send(TransportRequest(.get, login))
            let expected = server.replacing("http://", with: "Host: ")
            #expect(String(decoding: response.body, as: UTF8.self) == expected)
        }
    }

    /// Foundation joins them by commas, which means the same (RFC 9110, section 5.3).
    @Test(arguments: Kind.allCases) func sendsRepeatedHeaders(kind: Kind) async throws {
        let name = try #require(HTTPField.Name("X-Tag"))
        var headers = HTTPFields()
        headers.append(HTTPField(name: name, value: "a"))
        headers.append(HTTPField(name: name, value: "b"))
        try await ScriptedServer.serve { peer, head in
            let lines = head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("x-tag:") }
            try await peer.answer(200, body: "\(lines.count)")
        } _: { server in
            let response = try await kind.transport.send(TransportRequest(.get, server, headers: headers))
            let expected = kind == .asyncHTTPClient ? "2" : "1"
            #expect(String(decoding: response.body, as: UTF8.self) == expected)
        }
    }

    @Test(arguments: Kind.allCases) func sendsAndReceives20Megabytes(kind: Kind) async throws {
        let body = Data(repeating: 7, count: 20_000_000)
        try await withServer({ .init(statusCode: .ok, body: $0.body) }) { server in
            let response = try await kind.transport.send(TransportRequest(.post, server, body: body))
            #expect(response.body == body)
        }
    }
}

extension ScriptedServer.Peer {
    /// Sends a response with a length, after which the connection stays open.
    func answer(_ status: Int, headers: [String] = [], body: String = "") async throws {
        let lines =
            ["HTTP/1.1 \(status) Reason"] + headers + ["Content-Length: \(body.utf8.count)", "", body]
        try await send(lines.joined(separator: "\r\n"))
    }
}
