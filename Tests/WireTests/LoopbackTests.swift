@_spi(Generated) import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing
import Wire

/// Bodies of each kind over HTTP on this machine.
@Suite(.timeLimit(.minutes(1))) struct LoopbackTests {
    /// Runs a server that sends each body back under its content type.
    private func withEcho(_ test: (WireClient) async throws -> Void) async throws -> [ReceivedRequest] {
        try await withServer({ request in
            FlyingFox.HTTPResponse(
                statusCode: .ok, headers: [.contentType: request.headers["content-type"] ?? ""],
                body: request.body)
        }) { server in
            try await test(WireClient(server: Server(server)))
        }
    }

    @Test func sendsPartsAndForms() async throws {
        let bytes = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) })
        let file = FilePart(bytes, filename: "ä.bin")
        let all = try await withEcho { client in
            let body = UploadBody(attributes: Attributes(name: "n"), file: file, labels: ["x", "y"])
            try await client.bodies.upload(body: body)
            try await client.bodies.sendForm(body: Message(to: "a b&c", copies: ["é", "+"]))
        }
        let boundary = try #require(all[0].headers["content-type"]?.split(separator: "boundary=").last)
        let end = Data("\r\n--\(boundary)".utf8)
        let start = try #require(all[0].body.range(of: Data("octet-stream\r\n\r\n".utf8))?.upperBound)
        let length = try #require(all[0].body[start...].range(of: end)?.lowerBound) - start
        #expect(all[0].body[start..<(start + length)] == bytes)
        #expect(all[0].body.range(of: Data("filename=\"ä.bin\"".utf8)) != nil)
        #expect(all[0].body.suffix(end.count + 4) == end + Data("--\r\n".utf8))
        #expect(all[1].headers["content-type"] == "application/x-www-form-urlencoded")
        #expect(all[1].body == Data("to=a%20b%26c&copies=%C3%A9&copies=%2B".utf8))
    }

    @Test func sendsTextAndBytes() async throws {
        let all = try await withEcho { client in
            try await client.bodies.setNote(body: "naïve\r\n")
            try await client.bodies.setPicture(body: Data([0, 255]), contentType: "image/jpeg")
            try await client.bodies.removeValues(body: ["a"])
        }
        #expect(all.map(\.method) == ["PUT", "PUT", "DELETE"])
        #expect(all[0].headers["content-type"] == "text/plain; charset=utf-8")
        #expect(all[1].headers["content-type"] == "image/jpeg")
        #expect(all.map(\.body) == [Data("naïve\r\n".utf8), Data([0, 255]), Data(#"["a"]"#.utf8)])
    }

    @Test func saysThatFoundationSendsNoBodyWithGet() async throws {
        let all = try await withEcho { client in
            let error = await #expect(throws: APIError.self) {
                try await client.bodies.searchValues(body: ["q": 1])
            }
            #expect(error?.description.contains("Foundation sends no body with GET") == true)
        }
        #expect(all.isEmpty)
    }

    @Test func keepsCookiesApart() async throws {
        try await ScriptedServer.run { peer, _ in
            try await peer.send(
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/\r\n"
                    + "Set-Cookie: b=x,y\r\nSet-Cookie: c=\r\nVary: A\r\nVary: B\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n\"\"")
        } _: { client in
            let (_, response) = try await client.withResponse { try await $0.results.readTable(id: "1") }
            #expect(
                response.headers[values: .setCookie] == [
                    "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=x,y", "c=",
                ])
            #expect(response.headers[.vary] == "A, B")
        }
    }

    @Test func saysNothingOfACodingThatIsGone() async throws {
        // The JSON "a", packed.
        let packed = Data(base64Encoded: "H4sIAAAAAAACA1NKVAIAnlAObQMAAAA=") ?? Data()
        _ = try await withServer({ _ in
            FlyingFox.HTTPResponse(
                statusCode: .ok,
                headers: HTTPHeaders([.contentEncoding: "gzip", .contentType: "application/json"]),
                body: packed)
        }) { server in
            let client = WireClient(server: Server(server))
            let (text, response) = try await client.withResponse { try await $0.results.readTable(id: "1") }
            #expect(text == "a")
            #expect(response.headers[.contentEncoding] == nil)
            #expect(response.headers[.contentLength] == nil)
            #expect(response.body == Data(#""a""#.utf8))
        }
    }

    @Test func handsOverARedirectThatIsTheAnswer() async throws {
        let all = try await withServer({ request in
            let status = request.method == "POST" ? 303 : 301
            return FlyingFox.HTTPResponse(
                statusCode: .init(status, phrase: "There"), headers: HTTPHeaders([.location: "/elsewhere"]))
        }) { server in
            let client = WireClient(server: Server(server))
            let (_, found) = try await client.withResponse { try await $0.results.findTable(id: "1") }
            #expect(found.status.code == 303)
            #expect(found.headers[.location] == "/elsewhere")
            let (_, answer) = try await client.withResponse { try await $0.results.moveTable(id: "1") }
            #expect(answer.headers[.location] == "/elsewhere")
        }
        #expect(all.map(\.method) == ["POST", "DELETE"])
    }

    @Test func receivesTextAndBytes() async throws {
        let bytes = Data([0, 255, 13, 10])
        _ = try await withEcho { client in
            var request = Request(.post, "/", operation: "echo")
            request.body(bytes, contentType: "image/png")
            let image: Data = try await client.api.send(request)
            #expect(image == bytes)
            request.body(text: "ä", contentType: "text/plain")
            let text: String = try await client.api.send(request)
            #expect(text == "ä")
        }
    }
}
