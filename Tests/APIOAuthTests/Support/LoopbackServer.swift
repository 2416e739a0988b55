import APIRuntime
import FlyingFox
import FlyingSocks
import Foundation

/// A request as it came off the wire.
struct ReceivedRequest: Sendable {
    let method: String
    /// The request target to the byte, as in `/a%2Fb?x=1`.
    let target: String
    let headers: [String: String]
    let body: Data
}

/// Runs a server on a port of this machine for as long as the body takes.
func withServer(
    _ answer: @escaping @Sendable (ReceivedRequest) async throws -> FlyingFox.HTTPResponse,
    _ body: (BaseURL) async throws -> Void,
) async throws {
    let handler = ClosureHTTPHandler { request in try await answer(ReceivedRequest(request)) }
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    let server = HTTPServer(address: address, logger: .disabled, handler: handler)
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else { throw NoPort() }
    try await body("http://127.0.0.1:\(String(port))/base")
}

private struct NoPort: Error {}

extension ReceivedRequest {
    fileprivate init(_ request: FlyingFox.HTTPRequest) async throws {
        method = request.method.rawValue
        target = request.target.rawValue
        headers = Dictionary(request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }) {
            $0 + "," + $1
        }
        body = try await request.bodyData
    }
}
