import APIRuntime
import Foundation
import Testing
import Wire

/// A client whose answers come from memory, and whose boundary is always the same.
func client(
    _ transport: InMemoryTransport = InMemoryTransport(),
    server: Server<WireClient> = .live(),
) -> WireClient {
    var configuration = ClientConfiguration(transport: transport)
    configuration.boundary = { "XXX" }
    return WireClient(server: server, configuration: configuration)
}

/// What a call sends.
func sent(
    server: Server<WireClient> = .live(),
    _ call: (WireClient) async throws -> Void,
) async throws -> TransportRequest {
    let transport = InMemoryTransport { _ in .json("{}") }
    try await call(client(transport, server: server))
    return try #require(transport.requests.first)
}

/// The messages of what is wrong with a call.
func violations(_ call: (WireClient) async throws -> Void) async -> [String] {
    do {
        _ = try await sent(call: call)
        return []
    } catch APIError.invalidRequest(let failure) {
        return failure.violations.map(\.message)
    } catch {
        return ["\(error)"]
    }
}

private func sent(call: (WireClient) async throws -> Void) async throws -> TransportRequest {
    try await sent(server: .live(), call)
}

extension TransportRequest {
    var contentType: String? { head.headerFields[.contentType] }
    var accept: String? { head.headerFields[.accept] }
    var text: String { String(decoding: body ?? Data(), as: UTF8.self) }
}

extension TransportResponse {
    /// An answer with a body of any type.
    static func answer(_ text: String, _ contentType: String?, status: Int = 200) -> TransportResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: status))
        head.headerFields[.contentType] = contentType
        return TransportResponse(head: head, body: Data(text.utf8))
    }
}

extension APIError {
    var answer: UndecodableResponse? {
        if case .undecodable(let answer) = self { answer } else { nil }
    }

    var failure: StatusFailure? {
        if case .status(let failure) = self { failure } else { nil }
    }

    var reason: TransportError.Reason? {
        if case .transport(let failure) = self { failure.reason } else { nil }
    }

    var isCancelled: Bool {
        if case .cancelled = self { true } else { false }
    }
}
