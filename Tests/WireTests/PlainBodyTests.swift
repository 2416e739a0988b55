@_spi(Generated) import APIRuntime
import Foundation
import PlainBodies
import Loopback
import Testing

/// Texts, bytes, and what every body has in common.
@Suite(.timeLimit(.minutes(1))) struct PlainBodyTests {
    private let wire = Wire { PlainBodiesClient(server: $0, configuration: $1) }

    @Test(arguments: [("abcd", "maxLength"), ("a1", "pattern")])
    func checksTexts(_ text: String, _ rule: String) async throws {
        let error = await #expect(throws: APIError.self) {
            try await wire.sent { try await $0.bodies.eraseThumbnail(body: text) }
        }
        guard case .invalidRequest(let failure)? = error else { return #expect(Bool(false), "\(text)") }
        #expect(failure.violations.map(\.rule.rawValue) == [rule])
    }

    @Test(arguments: [("plain", "text/plain"), ("naïve", "text/plain; charset=utf-8")])
    func sendsText(text: String, contentType: String) async throws {
        let request = try await wire.sent { try await $0.bodies.setNote(body: text) }
        #expect(request.text == text)
        #expect(request.contentType == contentType)
    }

    @Test func sendsJSONForATextThatIsBoth() async throws {
        let request = try await wire.sent { try await $0.bodies.addNote(body: "a\"b") }
        #expect(request.text == #""a\"b""#)
        #expect(request.contentType == "application/json")
    }

    @Test func sendsBytesOfEachType() async throws {
        let bytes = Data([0, 10, 255])
        let raw = try await wire.sent { try await $0.bodies.setRaw(body: bytes) }
        #expect(raw.body == bytes)
        #expect(raw.contentType == "application/octet-stream")
        let png = try await wire.sent { try await $0.bodies.setPicture(body: bytes) }
        #expect(png.contentType == "image/png")
        let jpeg = try await wire.sent {
            try await $0.bodies.setPicture(body: bytes, contentType: "image/jpeg")
        }
        #expect(jpeg.contentType == "image/jpeg")
        let any = try await wire.sent { try await $0.bodies.setAnything(declaredType: "x", body: bytes) }
        #expect(any.contentType == "application/octet-stream")
        #expect(any.query == "contentType=x")
    }

    /// Bytes in JSON are a text there and back.
    @Test(arguments: ["application/json", nil])
    func readsBytesInJSON(type: String?) async throws {
        let thumbnail = try await wire.client(answering: .answer(#""AQID""#, type)).bodies.setThumbnail(
            body: Data([1, 2, 3]))
        #expect(thumbnail == Data([1, 2, 3]))
        let request = try await wire.sent { _ = try? await $0.bodies.setThumbnail(body: Data([1, 2, 3])) }
        #expect(request.text == #""AQID""# && request.accept == "application/json")
    }

    @Test func refusesMediaTypesThatBreakOut() async {
        let type = await wire.violations {
            try await $0.bodies.setPicture(body: Data(), contentType: "image/png\r\nX-Evil: 1")
        }
        #expect(type == ["Content-Type must not hold control characters, nor blanks at its ends"])
    }

    @Test(arguments: ["Host", "content-length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Expect"])
    func refusesHeadersOfTheConnection(name: String) async throws {
        let field = try #require(HTTPField.Name(name))
        let found = await wire.violations {
            try await $0.with { $0.headers[field] = "1" }.bodies.setNote(body: "n")
        }
        #expect(found == ["\(name) belongs to the connection, and is set by the transport alone"])
    }

    @Test func refusesAnEncodingThatIsNone() async throws {
        let found = await wire.violations {
            try await $0.with { $0.headers[.contentEncoding] = "gzip" }.bodies.setNote(body: "n")
        }
        #expect(found == ["Content-Encoding must be left out: the body is not encoded so"])
        let encoded = try await wire.sent {
            try await $0.with { $0.headers[.contentEncoding] = "gzip" }.bodies.setRaw(body: Data([31]))
        }
        #expect(encoded.head.headerFields[.contentEncoding] == "gzip")
    }

    @Test func sendsTextAndBytes() async throws {
        let all = try await wire.echo { client in
            try await client.bodies.setNote(body: "naïve\r\n")
            try await client.bodies.setPicture(body: Data([0, 255]), contentType: "image/jpeg")
        }
        #expect(all.map(\.method) == ["PUT", "PUT"])
        #expect(all[0].headers["content-type"] == "text/plain; charset=utf-8")
        #expect(all[1].headers["content-type"] == "image/jpeg")
        #expect(all.map(\.body) == [Data("naïve\r\n".utf8), Data([0, 255])])
    }

    @Test func receivesTextAndBytes() async throws {
        let bytes = Data([0, 255, 13, 10])
        _ = try await wire.echo { client in
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
