import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// What goes over the wire by the client of a case.
struct Wire<Client: ServiceClient>: Sendable {
    private let make: @Sendable (APIServer<Client>, ClientConfiguration) -> Client

    init(_ make: @escaping @Sendable (APIServer<Client>, ClientConfiguration) -> Client) { self.make = make }

    /// A client whose answers come from memory, and whose boundary is always the same.
    func client(
        _ transport: any ClientTransport = InMemoryTransport(),
        server: APIServer<Client> = "https://files.example/v1",
    ) -> Client {
        var configuration = ClientConfiguration(transport: transport)
        configuration.boundary = { "XXX" }
        return make(server, configuration)
    }

    /// A client whose every call has the same answer, over HTTP on this machine.
    func client(answering answer: TransportResponse) -> Client {
        client(AnsweringTransport(answer: answer))
    }

    /// A client of a server on this machine.
    func client(at address: String) -> Client { make(APIServer(address), ClientConfiguration()) }

    /// What a call sends, which is the same in memory and over HTTP.
    func sent(
        server: APIServer<Client> = "https://files.example/v1",
        _ call: (Client) async throws -> Void,
    ) async throws -> TransportRequest {
        let transport = InMemoryTransport { _ in .json("{}") }
        try await call(client(transport, server: server))
        let request = try #require(transport.requests.first)
        // The one thing that Foundation does not send.
        guard request.head.method != .get || request.body == nil else { return request }
        let received = try await withServer({ _ in .json("{}") }) { address in
            try await call(client(Detour(to: address), server: server))
        }
        try expectSame(request, try #require(received.first))
        return request
    }

    /// The messages of what is wrong with a call.
    func violations(_ call: (Client) async throws -> Void) async -> [String] {
        do {
            _ = try await sent(call)
            return []
        } catch APIError.invalidRequest(let failure) {
            return failure.violations.map(\.message)
        } catch {
            return ["\(error)"]
        }
    }

    /// Runs a server that sends each body back under its content type.
    func echo(_ test: (Client) async throws -> Void) async throws -> [ReceivedRequest] {
        try await withServer({ request in
            FlyingFox.HTTPResponse(
                statusCode: .ok, headers: [.contentType: request.headers["content-type"] ?? ""],
                body: request.body)
        }) { address in
            try await test(client(at: address))
        }
    }
}

/// Sends everything to a server on this machine instead.
private struct Detour: ClientTransport {
    let authority: String
    let transport = URLSessionTransport()

    init(to address: String) { authority = String(address.drop { $0 != ":" }.dropFirst("://".count)) }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        try await transport.send(redirected(request))
    }

    func stream(_ request: TransportRequest) async throws -> TransportStream {
        try await transport.stream(redirected(request))
    }

    private func redirected(_ request: TransportRequest) -> TransportRequest {
        var request = request
        request.head.scheme = "http"
        request.head.authority = authority
        return request
    }
}

/// Answers over HTTP on this machine what memory would answer.
private struct AnsweringTransport: ClientTransport {
    let answer: TransportResponse

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        var responses: [TransportResponse] = []
        try await withServer({ _ in FlyingFox.HTTPResponse(answer) }) { address in
            responses.append(try await Detour(to: address).send(request))
        }
        let response = try #require(responses.first)
        #expect(response.head.status.code == answer.head.status.code)
        #expect(response.body == answer.body)
        for name in Set(answer.head.headerFields.map(\.name)) {
            #expect(response.head.headerFields[values: name] == answer.head.headerFields[values: name])
        }
        return response
    }
}

extension FlyingFox.HTTPResponse {
    fileprivate init(_ answer: TransportResponse) {
        let headers = Dictionary(
            answer.head.headerFields.map { (HTTPHeader($0.name.rawName), $0.value) }, uniquingKeysWith: { $1 }
        )
        self.init(
            statusCode: HTTPStatusCode(answer.head.status.code, phrase: "Answer"),
            headers: HTTPHeaders(headers), body: answer.body)
    }
}

/// Holds what a server received against what a transport was given, to the byte.
private func expectSame(_ request: TransportRequest, _ received: ReceivedRequest) throws {
    #expect(received.method == request.head.method.rawValue)
    #expect(received.target == request.head.path)
    #expect(received.body == request.body ?? Data())
    for name in Set(request.head.headerFields.map(\.name)) {
        #expect(received.headers[name.canonicalName] == request.head.headerFields[name])
    }
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

extension Array {
    init<Items: AsyncSequence>(_ items: Items) async throws where Items.Element == Element {
        self.init()
        for try await item in items { append(item) }
    }
}
