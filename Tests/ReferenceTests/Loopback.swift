import FlyingFox
import FlyingSocks
import Foundation
import Testing

/// A request as it came off the wire.
struct ReceivedRequest: Sendable {
    let method: String
    /// The request target to the byte.
    let target: String
    let headers: [HTTPHeader: String]
    let body: Data
}

/// A server on a port of this machine, which gives each request the same answer.
actor Loopback {
    private(set) var requests: [ReceivedRequest] = []
    private let answer: FlyingFox.HTTPResponse

    private init(_ answer: FlyingFox.HTTPResponse) { self.answer = answer }

    /// What arrives while a closure talks to the server, whose URL it is given.
    static func requests(
        answeredWith answer: FlyingFox.HTTPResponse, _ talk: (String) async throws -> Void,
    ) async throws -> [ReceivedRequest] {
        let loopback = Loopback(answer)
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
            handler: ClosureHTTPHandler { request in try await loopback.receive(request) },
        )
        let running = Task { try await server.run() }
        defer { running.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            Issue.record("the server does not listen")
            return []
        }
        try await talk("http://127.0.0.1:\(port)")
        return await loopback.requests
    }

    private func receive(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        requests.append(
            ReceivedRequest(
                method: request.method.rawValue, target: request.target.rawValue,
                headers: Dictionary(request.headers.map { ($0.key, $0.value) }) { $0 + "," + $1 },
                body: try await request.bodyData,
            ))
        return answer
    }
}
