@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// What a server sends takes time in proportion to its length, however it is made: each of these took a minute, and
/// more, where it took more.
@Suite(.timeLimit(.minutes(1))) struct GrowthTests {
    private static let count = 20_000

    @Test(arguments: ["token", "secret password ", "\"token\": \"", "token \\\"", "t_o_k_e_n=", "api key: {"])
    func errorBodies(_ text: String) async {
        let body = String(repeating: text, count: Self.count)
        let error = await failure { () throws(APIError) in
            let client = client(
                InMemoryTransport { _ in
                    TransportResponse(head: HTTPResponse(status: .badRequest), body: Data(body.utf8))
                })
            try await client.send(Request(.get, "/items", operation: "getItems"))
        }
        #expect(error?.description.contains("400") == true)
    }

    @Test func dataOfOneEvent() async throws {
        let text = String(repeating: "data: a\n", count: Self.count) + "\n"
        let events: [ServerSentEvent] = try await items(of: text, as: .events(json: false))
        #expect(events.map(\.data.utf8.count) == [2 * Self.count - 1])
    }

    @Test(arguments: [
        (StreamFormat.jsonSequence, "\u{1E}1\n"), (.jsonLines, "1\n"), (.eventData, "data: 1\n\n"),
    ])
    func manyItems(format: StreamFormat, text: String) async throws {
        let numbers: [Int] = try await items(of: String(repeating: text, count: Self.count), as: format)
        #expect(numbers.count == Self.count)
    }

    /// Texts that are not in their formats, and values that are none of the first cases of a union.
    @Test func misfits() async throws {
        let objects = Array(repeating: #"{"link":""}"#, count: Self.count).joined(separator: ",")
        let links: [Link] = try await decoded(from: "[\(objects)]")
        #expect(links.count == Self.count && links.allSatisfy { $0.link == nil && $0.number == nil })
    }

    @Test func memberNames() async throws {
        let members = (0..<Self.count).map { "\"m\($0)\":1" }.joined(separator: ",")
        let value: [String: Int] = try await decoded(from: "{\(members)}")
        #expect(value.count == Self.count)
        let text = try await encoded(value)
        #expect(text.utf8.count == members.utf8.count + 2)
    }

    @Test(arguments: ["[", "{\"a\":"])
    func depth(_ bracket: String) async throws {
        let opened = String(repeating: bracket, count: 500)
        let closed = String(repeating: bracket == "[" ? "]" : "}", count: 500)
        let value: JSONValue = try await decoded(from: opened + "1" + closed)
        #expect(try await encoded(value) == opened + "1" + closed)
        let error = await failure { () throws(APIError) in
            try await decoded(JSONValue.self, from: String(repeating: bracket, count: Self.count))
        }
        #expect(error != nil)
    }

    /// An answer that has come is decoded within the time of its call, or not at all.
    @Test(arguments: ["[]", "1", "{\"a\":1}"])
    func decodingEndsAtTheDeadline(_ item: String) async throws {
        var client = client(list(of: item, after: "wait"))
        client.options.timeout = .milliseconds(100)
        let timed = client
        let error = await failure { () throws(APIError) in try await timed.send(read) as [Obstacle] }
        guard case .transport(let late) = error, late.reason == .timedOut else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["[]", "1", "{\"a\":1}"])
    func decodingEndsWithItsTask(_ item: String) async throws {
        let client = client(list(of: item, after: "cancel"))
        let error = await Task {
            await failure { () throws(APIError) in try await client.send(read) as [Obstacle] }
        }.value
        guard case .cancelled = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private func list(of item: String, after first: String) -> InMemoryTransport {
        let body = "[\"\(first)\"" + String(repeating: ",\(item)", count: Self.count) + "]"
        return InMemoryTransport { _ in .json(body) }
    }

    private var read: Request { Request(.get, "/items", operation: "getItems") }

    private func items<Item: Decodable & Sendable>(
        of text: String, as format: StreamFormat,
    ) async throws -> [Item] {
        let transport = InMemoryTransport { _ in
            TransportResponse(head: HTTPResponse(status: .ok), body: Data(text.utf8))
        }
        let stream: ResponseStream<Item> = try await client(transport).stream(
            Request(.get, "/items", operation: "getItems"), as: format)
        var items: [Item] = []
        for try await item in stream { items.append(item) }
        return items
    }
}

private struct Link: Decodable, Sendable {
    let link: URL?
    let number: Int?

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        link = fields.optional("link")
        try fields.end()
        number = decoder.fitting(Alternative { $0 })
    }
}

/// A value at which decoding takes long, or its task is cancelled.
private struct Obstacle: Decodable, Sendable {
    init(from decoder: any Decoder) throws {
        switch try decoder.singleValueContainer().decode(JSONValue.self) {
        case "wait": Thread.sleep(forTimeInterval: 0.2)
        case "cancel": withUnsafeCurrentTask { $0?.cancel() }
        default: break
        }
    }
}
