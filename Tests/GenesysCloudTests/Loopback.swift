import APIRuntime
import FlyingFox
import FlyingSocks
import Foundation
import GenesysCloud
import Testing

/// A server on a port of this machine.
actor Loopback {
    /// The request targets so far, to the byte.
    private(set) var targets: [String] = []
    private let answer: @Sendable (String) -> FlyingFox.HTTPResponse

    private init(_ answer: @escaping @Sendable (String) -> FlyingFox.HTTPResponse) { self.answer = answer }

    /// Runs a server for as long as a closure talks to it, and returns what it was asked for.
    ///
    /// - Parameter answer: The answer to a request target.
    @discardableResult
    static func run(
        _ answer: @escaping @Sendable (String) -> FlyingFox.HTTPResponse,
        _ talk: (JourneyAPI, Loopback) async throws -> Void,
    ) async throws -> [String] {
        let loopback = Loopback(answer)
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
            handler: ClosureHTTPHandler { request in await loopback.receive(request) },
        )
        let running = Task { try await server.run() }
        defer { running.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            Issue.record("the server does not listen")
            return []
        }
        let client = GenesysCloudClient.forTests(URLSessionTransport(), server: "http://127.0.0.1:\(port)")
        try await talk(client.journey, loopback)
        return await loopback.targets
    }

    private func receive(_ request: FlyingFox.HTTPRequest) -> FlyingFox.HTTPResponse {
        targets.append(request.target.rawValue)
        return answer(request.target.rawValue)
    }
}

extension FlyingFox.HTTPResponse {
    static func json(_ text: String, status: HTTPStatusCode = .ok) -> FlyingFox.HTTPResponse {
        FlyingFox.HTTPResponse(
            statusCode: status, headers: [.contentType: "application/json"], body: Data(text.utf8))
    }
}

/// The path and the query of a request target, decoded as a server decodes them.
struct DecodedTarget {
    let segments: [String]
    let items: [(name: String, value: String)]

    init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        segments = (parts.first ?? "").split(separator: "/").map { Self.decoded(String($0)) }
        items = parts.dropFirst().flatMap { $0.split(separator: "&") }.map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = String(pair.dropFirst().first ?? "")
            return (Self.decoded(String(pair[0])), Self.decoded(value.replacing("+", with: " ")))
        }
    }

    /// The values of a name, in order.
    func values(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    private static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? "not decodable" }
}
