@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// How bytes become items, however they are cut on their way.
@Suite struct StreamTests {
    @Test(arguments: EventCase.all, [1, 2, 3, 5, 1000])
    func readsEvents(of example: EventCase, cutAt size: Int) async throws {
        let events: [ServerSentEvent] = try await items(
            of: example.text, as: .events(json: false), cutAt: size)
        #expect(events == example.events)
    }

    @Test(arguments: [1, 2, 7, 1000])
    func readsLines(cutAt size: Int) async throws {
        let text = "\u{FEFF}1\n\n \r\n[2,\r3]\r\n\"a\\nb\"\n{\"c\": null}"
        let lines: [JSONValue] = try await items(of: text, as: .jsonLines, cutAt: size)
        #expect(lines == [1, [2, 3], "a\nb", ["c": nil]])
    }

    @Test(arguments: [1, 2, 7, 1000])
    func readsRecords(cutAt size: Int) async throws {
        let text = "\u{1E}1\n\u{1E}\u{1E}{\"a\":\n\"}\\\"\u{7D}\"\n}\n\u{1E}\"[\"\n\u{1E}[\n]\u{1E}true"
        let records: [JSONValue] = try await items(of: text, as: .jsonSequence, cutAt: size)
        #expect(records == [1, ["a": "}\"}"], "[", [], true])
    }

    @Test func readsTheDataOfEvents() async throws {
        let numbers: [Int] = try await items(
            of: "data: 1\n\ndata: 2\n\ndata: [DONE]\n\ndata: x\n\n", as: .eventData)
        #expect(numbers == [1, 2])
        let texts: [String] = try await items(
            of: "data: \"1\"\n\ndata: [DONE]\n\ndata: 2\n\n", as: .eventData)
        #expect(texts == [#""1""#])
    }

    @Test func putsTheDataIntoTheEvent() async throws {
        let text = "event: a\nid: \"1\ndata: {\"b\": 1}\n\ndata: b\n\ndata: [DONE]\n\n"
        let open: [JSONValue] = try await items(of: text, as: .events(json: true))
        #expect(open == [["event": "a", "id": "\"1", "data": ["b": 1]], ["id": "\"1", "data": "b"]])
        let plain: [JSONValue] = try await items(of: text, as: .events(json: false))
        #expect(plain.last == ["id": "\"1", "data": "[DONE]"])
    }

    @Test func readsAnAnswerThatIsThereAtOnce() async throws {
        let client = APIClient(
            baseURL: "https://x.example", transport: InMemoryTransport { _ in .json("1\n2") })
        let stream: ResponseStream<Int> = try await client.stream(request, as: .jsonLines)
        #expect(stream.status == .ok)
        #expect(stream.headers[.contentType] == "application/json")
        var numbers: [Int] = []
        for try await number in stream {
            numbers.append(number)
            break
        }
        for try await number in stream { numbers.append(number) }
        #expect(numbers == [1, 2])
    }

    private let request = Request(.get, "/", operation: "stream")

    private func items<Item: Decodable & Sendable>(
        of text: String, as format: StreamFormat, cutAt size: Int = 4,
    ) async throws -> [Item] {
        let client = APIClient(baseURL: "https://x.example", transport: CutTransport(text: text, size: size))
        var items: [Item] = []
        for try await item in try await client.stream(request, as: format) as ResponseStream<Item> {
            items.append(item)
        }
        return items
    }
}

/// Texts of `text/event-stream`, most of them from the HTML standard, section 9.2.6.
struct EventCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let events: [ServerSentEvent]

    init(_ name: String, _ text: String, _ events: ServerSentEvent...) {
        (testDescription, self.text, self.events) = (name, text, events)
    }

    static let all = [
        EventCase("several lines of data", "data: YHOO\ndata: +2\ndata: 10\n\n", .init(data: "YHOO\n+2\n10")),
        EventCase(
            "comment, identifiers and a block that is not complete",
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\ndata: x",
            .init(data: "first event", id: "1"), .init(data: "second event", id: ""),
            .init(data: " third event", id: "")),
        EventCase("empty data", "data\n\ndata\ndata\n\ndata:", .init(data: ""), .init(data: "\n")),
        EventCase(
            "with and without a blank", "data:test\n\ndata: test\n\n", .init(data: "test"),
            .init(data: "test")),
        EventCase(
            "carriage returns", "data: a\rdata: b\r\rdata: c\r\r", .init(data: "a\nb"), .init(data: "c")),
        EventCase(
            "both line ends", "data: a\r\ndata: b\r\n\r\ndata: c\n\r", .init(data: "a\nb"), .init(data: "c")),
        EventCase(
            "byte order mark", "\u{FEFF}data: a\n\ndata: \u{FEFF}\n\n", .init(data: "a"),
            .init(data: "\u{FEFF}")),
        EventCase(
            "names and times", "event: add\nretry: 10\nretry: 1s\ndata: 73857293\n\nevent:\ndata: a\n\n",
            .init(event: "add", data: "73857293", retry: 10), .init(data: "a")),
        EventCase("no data", "event: add\nid: 4\n\ndata: a\n\n", .init(data: "a", id: "4")),
        EventCase("unknown fields", "Data: a\nfoo: b\nfoo\n:\ndata: é\n\n", .init(data: "é")),
        EventCase("a zero byte", "id: a\u{0}b\ndata: 1\n\n", .init(data: "1")),
    ]
}

/// Hands over a body in pieces of a size.
private struct CutTransport: ClientTransport {
    let text: String
    let size: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse { .json(text) }

    func stream(_ request: TransportRequest) async throws -> TransportStream {
        let bytes = Data(text.utf8)
        let body = AsyncThrowingStream<Data, any Error> { pieces in
            for start in stride(from: 0, to: bytes.count, by: size) {
                pieces.yield(Data(bytes[start..<min(start + size, bytes.count)]))
            }
            pieces.finish()
        }
        return TransportStream(head: HTTPResponse(status: .ok), body: body)
    }
}

extension APIClient {
    fileprivate init(baseURL: BaseURL, transport: any ClientTransport) {
        self.init(baseURL: baseURL, configuration: ClientConfiguration(transport: transport))
    }
}
