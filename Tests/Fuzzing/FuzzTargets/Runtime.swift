@_spi(Generated) import APIRuntime
import Foundation

/// What was read is the same when it has been written and read.
func checkJSON(_ bytes: [UInt8]) async throws {
    if let value = await decoded(JSONValue.self, bytes) {
        let text = try await sent(value)
        try Finding.unless(await decoded(JSONValue.self, text) == value, "the value changed")
    }
    _ = await decoded([Float].self, bytes)
    _ = await decoded([String: Int64].self, bytes)
}

func checkDate(_ bytes: [UInt8]) async throws {
    guard let text = String(utf8: bytes), !text.contains("\""), !text.contains("\\"),
        let date = await decoded([Date].self, Array("[\"\(text)\"]".utf8)),
        let written = try? await sent(date)
    else { return }
    try Finding.unless(await decoded([Date].self, written) == date, "the date changed: \(text)")
}

/// However the bytes are cut, the events are the same.
func checkEvents(_ bytes: [UInt8]) async throws {
    let whole = try await events(of: bytes, cutAt: bytes.count + 1)
    for size in [1, 3] {
        let cut = try await events(of: bytes, cutAt: size)
        try Finding.unless(cut == whole, "\(cut.count) events of pieces of \(size), \(whole.count) of all")
    }
}

/// What is put into a URL is the same text when a server decodes it, and nothing in it ends its place.
func checkParameters(_ bytes: [UInt8]) async throws {
    let text = String(decoding: bytes, as: UTF8.self)
    var request = Request(.get, "/a/{id}/b", operation: "read")
    request.path("id", text)
    request.query("q", text)
    request.cookie("c", text)
    let transport = InMemoryTransport()
    // What cannot stand in its place is refused.
    guard (try? await client(transport).send(request)) != nil else { return }
    guard let path = transport.requests[0].head.path else { throw Finding(description: "no path") }
    let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    try Finding.unless(segments.count == 4 && segments[2].removingPercentEncoding == text, path)
    try Finding.unless(parts.count == 2 && parts[1].dropFirst(2).removingPercentEncoding == text, path)
}

/// A pattern is understood or refused, and takes work that is bounded by the text.
func checkPattern(_ bytes: [UInt8]) async throws {
    var request = Request(.post, "/", operation: "send")
    request.body("aabbcc 12345 fgh AB \n é", .pattern(String(decoding: bytes, as: UTF8.self)))
    try? await client(InMemoryTransport()).send(request)
}

private func client(_ transport: some ClientTransport) -> APIClient {
    APIClient(baseURL: "https://api.example.com", configuration: ClientConfiguration(transport: transport))
}

private func decoded<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) async -> Value? {
    let transport = InMemoryTransport { _ in
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"])
        return TransportResponse(head: head, body: Data(bytes))
    }
    return try? await client(transport).send(Request(.get, "/", operation: "read")) as Value
}

private func sent(_ value: some Encodable) async throws -> [UInt8] {
    var request = Request(.post, "/", operation: "send")
    request.body(value)
    let transport = InMemoryTransport()
    try await client(transport).send(request)
    return Array(transport.requests[0].body ?? Data())
}

private func events(of bytes: [UInt8], cutAt size: Int) async throws -> [ServerSentEvent] {
    let stream: ResponseStream<ServerSentEvent> = try await client(Pieces(bytes: bytes, size: size)).stream(
        Request(.get, "/", operation: "stream"), as: .events(json: false))
    var events: [ServerSentEvent] = []
    for try await event in stream { events.append(event) }
    return events
}

private struct Pieces: ClientTransport {
    let bytes: [UInt8]
    let size: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse { .empty() }

    func stream(_ request: TransportRequest) async throws -> TransportStream {
        let body = AsyncThrowingStream<Data, any Error> { pieces in
            for start in stride(from: 0, to: bytes.count, by: size) {
                pieces.yield(Data(bytes[start..<min(start + size, bytes.count)]))
            }
            pieces.finish()
        }
        return TransportStream(head: HTTPResponse(status: .ok), body: body)
    }
}
