import APIRuntime
import Foundation
import Testing
import Wire

@Suite struct ResultTests {
    private func client(answering answer: TransportResponse) -> WireClient {
        WireClient(configuration: ClientConfiguration(transport: AnsweringTransport(answer: answer)))
    }

    @Test(arguments: [
        (200, #"{"name":"p"}"#, StartExportResult.ok(Pet(name: "p"))),
        (202, #"{"size":1}"#, .accepted(Attributes(size: 1))),
        (204, "", .noContent),
    ])
    func choosesByTheStatus(status: Int, body: String, expected: StartExportResult) async throws {
        let client = client(answering: .answer(body, "application/json", status: status))
        #expect(try await client.results.startExport(id: "1") == expected)
    }

    @Test func reportsAStatusThatTheDocumentDoesNotName() async throws {
        let client = client(answering: .answer("{}", "application/json", status: 206))
        let error = await #expect(throws: APIError.self) { try await client.results.startExport(id: "1") }
        guard case .undecodable(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.description.contains("at the status: expected 200, 202 or 204, found 206"))
    }

    @Test func takesARangeForTheRest() async throws {
        let text = client(answering: .answer("a,b", "text/csv"))
        #expect(try await text.results.getExport(id: "1") == .ok("a,b"))
        let other = client(answering: .answer(#"{"name":"p"}"#, "application/json", status: 207))
        #expect(try await other.results.getExport(id: "1") == .success(Pet(name: "p")))
        let request = try await sent { _ = try? await $0.results.getExport(id: "1") }
        #expect(request.accept == "text/csv, application/json")
    }

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

    /// Bytes in JSON are a text there and back.
    @Test(arguments: ["application/json", nil])
    func readsBytesInJSON(type: String?) async throws {
        let thumbnail = try await client(answering: .answer(#""AQID""#, type)).bodies.setThumbnail(
            body: Data([1, 2, 3]))
        #expect(thumbnail == Data([1, 2, 3]))
        let request = try await sent { _ = try? await $0.bodies.setThumbnail(body: Data([1, 2, 3])) }
        #expect(request.text == #""AQID""# && request.accept == "application/json")
    }

    /// What breaks off on its way is interrupted, whatever Foundation makes of it.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"name\"",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n",
        "",
    ])
    func tellsThatAnAnswerBrokeOff(answer: String) async throws {
        try await ScriptedServer.run { peer, _ in
            try await peer.send(answer)
        } _: { client in
            let error = await #expect(throws: APIError.self) { try await client.results.startExport(id: "1") }
            guard case .transport(let failure)? = error else {
                return #expect(Bool(false), "\(String(describing: error))")
            }
            #expect(failure.reason == .interrupted, "\(failure)")
        }
    }

    @Test func asksForJSONWhereTheStatusChooses() async throws {
        let request = try await sent { _ = try? await $0.results.startExport(id: "1") }
        #expect(request.accept == "application/json")
    }

    @Test(arguments: tables)
    func choosesByTheMediaType(
        body: String, type: String?, status: Int, expected: GetTableResult,
    ) async throws {
        let client = client(answering: .answer(body, type, status: status))
        #expect(try await client.results.getTable(id: "1") == expected)
    }

    @Test(arguments: [
        ("%", "image/png", OpenTableResult.bytes(Data("%".utf8))),
        (#"{"message":"m"}"#, "application/problem+json", .problemJSON(Problem(message: "m"))),
        (#"{"name":"p"}"#, "application/vnd.pet", .json(Pet(name: "p"))),
    ])
    func choosesByRanges(body: String, type: String, expected: OpenTableResult) async throws {
        let client = client(answering: .answer(body, type))
        #expect(try await client.results.openTable(id: "1") == expected)
    }

    @Test func handsOverAFileThatIsCalledJSON() async throws {
        func read(_ answer: TransportResponse) async throws -> String {
            try await client(answering: answer).results.readTable(id: "1")
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

    @Test func needsNoChoiceForOneBody() async throws {
        let created = client(answering: .answer(#"{"name":"p"}"#, nil, status: 201))
        #expect(try await created.results.replaceExport(id: "1") == Pet(name: "p"))
        let changed = client(answering: .answer(#"{"name":"p"}"#, "application/json"))
        #expect(try await changed.results.changeExport(id: "1") == Pet(name: "p"))
        #expect(try await client(answering: .empty()).results.changeExport(id: "1") == nil)
    }

    @Test func takesARedirectForTheOnlySuccess() async throws {
        // On Linux, Foundation drops the body of a redirect.
        let answer = TransportResponse.answer(#"{"name":"p"}"#, "application/json", status: 301)
        let moved = Wire.WireClient(
            configuration: ClientConfiguration(transport: InMemoryTransport { _ in answer }))
        #expect(try await moved.results.moveTable(id: "1") == Pet(name: "p"))
        #expect(try await client(answering: .empty(status: .found)).results.moveTable(id: "1") == nil)
        let error = await #expect(throws: APIError.self) { try await moved.results.findTable(id: "1") }
        #expect(error?.failure?.status.code == 301)
    }

    @Test func takesTheDefaultForTheOnlySuccess() async throws {
        let removed = client(answering: .answer(#"{"name":"p"}"#, "application/json"))
        #expect(try await removed.results.removeExport(id: "1") == Pet(name: "p"))
        let failed = client(answering: .answer(#"{"name":"f"}"#, "application/json", status: 500))
        let error = await #expect(throws: APIError.self) { try await failed.results.removeExport(id: "1") }
        guard case .status(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.body(as: Pet.self) == Pet(name: "f"))
    }

    @Test func handsOverFailuresThatAreText() async throws {
        let failed = client(answering: .answer("no", "text/plain", status: 400))
        let error = await #expect(throws: APIError.self) { try await failed.results.startExport(id: "1") }
        guard case .status(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.body(as: String.self) == "no")
        #expect(failure.body(as: Data.self) == Data("no".utf8))
        #expect(failure.body(as: Pet.self) == nil)
    }

    @Test func handsOverBytesAsTheyAre() async throws {
        let bytes = Data([0, 255, 10])
        let answer = TransportResponse(
            head: HTTPResponse(status: .ok, headerFields: [.contentType: "image/png", .eTag: "1"]),
            body: bytes)
        let (picture, response) = try await client(answering: answer).withResponse {
            try await $0.results.download(name: "a", extension: "png")
        }
        #expect(picture == bytes)
        #expect(response.headers[.eTag] == "1")
        let request = try await sent { _ = try await $0.results.download(name: "a/b", extension: "png") }
        #expect(request.path == "/v1/files/a%2Fb.png")
        #expect(request.accept == "image/png, application/octet-stream")
        let xml = client(answering: .answer("<pet/>", "application/xml"))
        #expect(try await xml.results.transform(name: "a", extension: "b") == Data("<pet/>".utf8))
    }

    @Test(arguments: ["text/plain", "text/html; charset=utf-8", nil, "application/octet-stream"])
    func handsOverText(contentType: String?) async throws {
        let client = client(answering: .answer("\"ä\"", contentType))
        #expect(try await client.results.describe(name: "a", extension: "b") == "\"ä\"")
    }

    private func described(_ bytes: [UInt8], _ contentType: String) async throws -> String {
        let answer = TransportResponse(
            head: HTTPResponse(status: .ok, headerFields: [.contentType: contentType]), body: Data(bytes))
        return try await client(answering: answer).results.describe(name: "a", extension: "b")
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

    @Test func readsOpenJSON() async throws {
        let client = client(answering: .answer("[1]", "application/json"))
        #expect(try await client.bodies.searchValues() == [1])
    }
}
