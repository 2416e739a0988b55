import APIRuntime
import FlyingFox
import Foundation
import Loopback
import MediaResults
import Testing

@Suite(.timeLimit(.minutes(1))) struct MediaResultTests {
    private let wire = Wire { MediaResultsClient(server: $0, configuration: $1) }

    private static let tables: [(String, String?, Int, GetTableResult)] = [
        (#"["a"]"#, "application/json; charset=utf-8", 200, GetTableResult.okJSON(["a"])),
        (#"["a"]"#, "application/problem+json", 200, .okJSON(["a"])),
        ("a,b", "text/csv", 200, .okText("a,b")),
        ("a,b", "text/plain", 200, .okText("a,b")),
        ("%PDF", "application/pdf", 200, .okBytes(Data("%PDF".utf8))),
        ("%PDF", nil, 200, .okBytes(Data("%PDF".utf8))),
        (
            #"{"size":1}"#, "application/vnd.files.link+json", 201,
            .createdVndFilesLinkJSON(Attributes(size: 1))
        ),
        (#"{"name":"p"}"#, "application/json", 201, .createdJSON(Pet(name: "p"))),
    ]

    @Test(arguments: tables)
    func choosesByTheMediaType(
        body: String, type: String?, status: Int, expected: GetTableResult,
    ) async throws {
        let client = wire.client(answering: .answer(body, type, status: status))
        #expect(try await client.results.getTable(id: "1") == expected)
    }

    @Test(arguments: [
        ("%", "image/png", OpenTableResult.bytes(Data("%".utf8))),
        (#"{"message":"m"}"#, "application/problem+json", .problemJSON(Problem(message: "m"))),
        (#"{"name":"p"}"#, "application/vnd.pet", .json(Pet(name: "p"))),
    ])
    func choosesByRanges(body: String, type: String, expected: OpenTableResult) async throws {
        let client = wire.client(answering: .answer(body, type))
        #expect(try await client.results.openTable(id: "1") == expected)
    }

    @Test func handsOverAFileThatIsCalledJSON() async throws {
        func read(_ answer: TransportResponse) async throws -> String {
            try await wire.client(answering: answer).results.readTable(id: "1")
        }
        #expect(try await read(.answer(#""a\n""#, "application/json")) == "a\n")
        #expect(try await read(.answer(#"{"a": 1}"#, "application/json")) == #"{"a": 1}"#)
        let bytes = Data([0x89, 0x50, 0xFF])
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"])
        let error = await #expect(throws: APIError.self) {
            try await read(TransportResponse(head: head, body: bytes))
        }
        #expect(error?.answer?.body == bytes)
    }

    @Test func handsOverBytesAsTheyAre() async throws {
        let bytes = Data([0, 255, 10])
        let answer = TransportResponse(
            head: HTTPResponse(status: .ok, headerFields: [.contentType: "image/png", .eTag: "1"]),
            body: bytes)
        let (picture, response) = try await wire.client(answering: answer).withResponse {
            try await $0.results.download(name: "a", extension: "png")
        }
        #expect(picture == bytes)
        #expect(response.headers[.eTag] == "1")
        let request = try await wire.sent { _ = try await $0.results.download(name: "a/b", extension: "png") }
        #expect(request.path == "/v1/files/a%2Fb.png")
        #expect(request.accept == "image/png, application/octet-stream")
        let xml = wire.client(answering: .answer("<pet/>", "application/xml"))
        #expect(try await xml.results.transform(name: "a", extension: "b") == Data("<pet/>".utf8))
    }

    @Test func streamsBytesThatAreOneOfSeveral() async throws {
        for (body, type, status) in [
            ("%PDF", "application/pdf", 200), (#"{"name":"p"}"#, "application/json", 201),
        ] {
            let client = wire.client(answering: .answer(body, type, status: status))
            let stream = try await client.results.getTableStream(id: "1")
            #expect(stream.status.code == status)
            var bytes = Data()
            for try await chunk in stream { bytes += chunk }
            #expect(bytes == Data(body.utf8))
        }
        let request = try await wire.sent { _ = try await $0.results.getTableStream(id: "1") }
        #expect(request.accept == "application/pdf, application/vnd.files.link+json, application/json")
    }

    @Test(arguments: ["text/plain", "text/html; charset=utf-8", nil, "application/octet-stream"])
    func handsOverText(contentType: String?) async throws {
        let client = wire.client(answering: .answer("\"ä\"", contentType))
        #expect(try await client.results.describe(name: "a", extension: "b") == "\"ä\"")
    }

    private func described(_ bytes: [UInt8], _ contentType: String) async throws -> String {
        let answer = TransportResponse(
            head: HTTPResponse(status: .ok, headerFields: [.contentType: contentType]), body: Data(bytes))
        return try await wire.client(answering: answer).results.describe(name: "a", extension: "b")
    }

    @Test(arguments: [
        ([0xE4], "ISO-8859-1"), ([0xE4], "\"windows-1252\""), ([0xC3, 0xA4], "utf8"),
        ([0x00, 0xE4], "utf-16be"), ([0xE4, 0x00], "UTF-16LE"), ([0xFE, 0xFF, 0x00, 0xE4], "utf-16"),
    ])
    func readsTextInItsCharset(bytes: [UInt8], charset: String) async throws {
        #expect(try await described(bytes, "text/plain; format=flowed; charset=\(charset)") == "ä")
    }

    @Test(arguments: [([0xE4], "text/plain", "utf-8"), ([0x61], "text/plain; charset=ebcdic", "ebcdic")])
    func reportsTextThatIsNone(bytes: [UInt8], contentType: String, charset: String) async throws {
        let error = await #expect(throws: APIError.self) { try await described(bytes, contentType) }
        #expect(error?.answer?.expected == "text in \(charset)")
        #expect(error?.answer?.body == Data(bytes))
    }

    @Test func keepsCookiesApart() async throws {
        try await ScriptedServer.run(wire) { peer, _ in
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
            let client = wire.client(at: server)
            let (text, response) = try await client.withResponse { try await $0.results.readTable(id: "1") }
            #expect(text == "a")
            #expect(response.headers[.contentEncoding] == nil)
            #expect(response.headers[.contentLength] == nil)
            #expect(response.body == Data(#""a""#.utf8))
        }
    }
}
