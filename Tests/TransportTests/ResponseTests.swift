import APIRuntime
import APIRuntimeAsyncHTTPClient
import Foundation
import Loopback
import Testing

/// What callers receive.
@Suite(.timeLimit(.minutes(5))) struct ResponseTests {
    /// The response to the bytes that a server sends.
    private func response(
        _ kind: Kind, _ method: APIRuntime.HTTPRequest.Method = .get, to bytes: Data,
    ) async throws -> TransportResponse {
        var received: TransportResponse?
        try await ScriptedServer.serve { peer, _ in
            try await peer.send(bytes)
        } _: { server in
            received = try await kind.transport.send(TransportRequest(method, server))
        }
        return try #require(received)
    }

    private func response(_ kind: Kind, to text: String) async throws -> TransportResponse {
        try await response(kind, to: Data(text.utf8))
    }

    @Test(arguments: Kind.allCases) func keepsSetCookieApart(kind: Kind) async throws {
        let response = try await response(
            kind,
            to: "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT\r\n"
                + "Set-Cookie: b=2\r\nVary: A\r\nVary: B\r\nContent-Length: 2\r\n\r\nok")
        #expect(
            response.head.headerFields[values: .setCookie] == [
                "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2",
            ])
        #expect(response.head.headerFields[.vary] == "A, B")
        #expect(response.body == Data("ok".utf8))
    }

    @Test(arguments: Kind.allCases) func storesNoCookies(kind: Kind) async throws {
        try await ScriptedServer.serve { peer, head in
            let isSent = head.lowercased().contains("\r\ncookie:")
            try await peer.answer(
                200, headers: ["Set-Cookie: a=1; Path=/", "Connection: close"], body: "\(isSent)")
        } _: { server in
            for _ in 0..<2 {
                let response = try await kind.transport.send(TransportRequest(.get, server))
                #expect(response.body == Data("false".utf8))
            }
        }
    }

    @Test(arguments: Kind.allCases) func readsChunks(kind: Kind) async throws {
        let response = try await response(
            kind,
            to: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")
        #expect(response.body == Data("abcde".utf8))
    }

    /// A trailer ends the process in Foundation on Linux.
    @Test(arguments: Kind.allCases.filter { !$0.isFoundationNetworking }) func skipsTrailers(kind: Kind)
        async throws
    {
        let response = try await response(
            kind,
            to: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n")
        #expect(response.body == Data("abc".utf8))
    }

    @Test(arguments: Kind.allCases) func readsHTTP10(kind: Kind) async throws {
        let response = try await response(kind, to: "HTTP/1.0 200 OK\r\nContent-Type: a/b\r\n\r\nuntil close")
        #expect(response.body == Data("until close".utf8))
        #expect(response.head.headerFields[.contentType] == "a/b")
    }

    @Test(arguments: Kind.allCases) func skipsInterimResponses(kind: Kind) async throws {
        let response = try await response(
            kind,
            to:
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"
        )
        #expect(response.head.status.code == 201)
        #expect(response.head.headerFields.map(\.name) == [.contentLength])
    }

    @Test(arguments: Kind.allCases, ["gzip", "GZIP", "deflate"])
    func decodes(kind: Kind, coding: String) async throws {
        let bytes = coding == "deflate" ? Coded.deflate : Coded.gzip
        let head =
            "HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\nContent-Length: \(bytes.count)\r\nETag: 1\r\n\r\n"
        let response = try await response(kind, to: Data(head.utf8) + bytes)
        #expect(response.body == Data(Coded.text.utf8))
        #expect(response.head.headerFields[.contentEncoding] == nil)
        #expect(response.head.headerFields[.contentLength] == nil)
        #expect(response.head.headerFields[.eTag] == "1")
    }

    @Test(arguments: Kind.allCases) func keepsCodingOfHead(kind: Kind) async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 42\r\n\r\n"
        let response = try await response(kind, .head, to: Data(head.utf8))
        #expect(response.head.headerFields[.contentEncoding] == "gzip")
        #expect(response.head.headerFields[.contentLength] == "42")
        #expect(response.body.isEmpty)
    }

    @Test(arguments: ["204 No Content", "304 Not Modified", "200 OK"])
    func readsNoBodyWithCoding(status: String) async throws {
        let length = status == "200 OK" ? "Content-Length: 0\r\n" : ""
        let response = try await response(
            .asyncHTTPClient, to: "HTTP/1.1 \(status)\r\nContent-Encoding: gzip\r\n\(length)\r\n")
        #expect(response.body.isEmpty)
    }

    @Test func saysThatACodingIsBroken() async throws {
        for bytes in [Data("none".utf8), Coded.gzip.prefix(20)] {
            let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
            let reason = await reason {
                _ = try await response(.asyncHTTPClient, to: Data(head.utf8) + bytes)
            }
            #expect(reason == .interrupted)
        }
    }

    /// A GET of `bomb`, which is a million bytes after it is decoded.
    @Test(arguments: Kind.allCases) func limitsDecodedBodies(kind: Kind) async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(Coded.bomb.count)\r\n\r\n"
        try await ScriptedServer.serve { peer, _ in
            try await peer.send(Data(head.utf8) + Coded.bomb)
        } _: { server in
            let error = await failure {
                _ = try await kind.transport(upTo: 999_999).send(TransportRequest(.get, server))
            }
            #expect(
                error as? TransportError
                    == TransportError(.other, message: "the body of the answer has more than 999999 bytes"))
            let response = try await kind.transport(upTo: 1_000_000).send(TransportRequest(.get, server))
            #expect(response.body == Data(count: 1_000_000))
        }
    }

    @Test(arguments: Kind.allCases) func refusesALargeBodyBeforeItIsSent(kind: Kind) async throws {
        try await ScriptedServer.serve { peer, _ in
            try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n")
            await peer.waitForClose()
        } _: { server in
            let reason = await reason { _ = try await kind.transport.send(TransportRequest(.get, server)) }
            #expect(reason == .other)
        }
    }

    @Test(arguments: Kind.allCases, ["Basic realm=\"r\"", "Bearer"])
    func receivesChallenges(kind: Kind, challenge: String) async throws {
        try await ScriptedServer.serve { peer, _ in
            try await peer.answer(401, headers: ["WWW-Authenticate: \(challenge)"], body: "no")
        } _: { server in
            let response = try await send(
                TransportRequest(.get, server), over: kind, within: .seconds(120))
            #expect(response?.head.status.code == 401)
            #expect(response?.head.headerFields[.wwwAuthenticate] == challenge)
            #expect(response?.body == Data("no".utf8))
        }
    }

    @Test(arguments: Kind.allCases) func survives12000Headers(kind: Kind) async throws {
        let lines = (0..<12_000).map { "X-H-\($0): v\r\n" }.joined()
        var outcome: (any Error)?
        let time = await measure {
            outcome = await failure {
                let response = try await response(
                    kind, to: "HTTP/1.1 200 OK\r\n\(lines)Content-Length: 0\r\n\r\n")
                #expect(response.head.headerFields.count == 12_001)
            }
        }
        #expect(time < .seconds(200))
        // AsyncHTTPClient takes 256. Foundation takes seconds.
        #expect((outcome as? TransportError)?.reason == (kind == .asyncHTTPClient ? .other : nil))
    }

    @Test(arguments: Kind.allCases) func receives200Headers(kind: Kind) async throws {
        let lines = (0..<200).map { "X-H-\($0): v\r\n" }.joined()
        let response = try await response(kind, to: "HTTP/1.1 200 OK\r\n\(lines)Content-Length: 0\r\n\r\n")
        #expect(response.head.headerFields.count == 201)
    }
}
