public import FlyingFox
import FlyingSocks
public import Foundation

/// A request as it came off the wire.
public struct ReceivedRequest: Sendable {
    public let method: String
    /// The request target to the byte, as in `/a%2Fb?x=1`.
    public let target: String
    /// By names in lower case; the values of fields that came several times are joined by commas.
    public let headers: [String: String]
    public let body: Data
}

/// Runs a server on a port of this machine for as long as a closure talks to it.
///
/// - Parameters:
///   - path: What stands in front of every path, such as `/v1`.
///   - answer: The answer to a request.
///   - talk: Is given the base URL of the server.
/// - Returns: The requests, in the order in which they came.
@discardableResult
public func withServer(
    below path: String = "",
    _ answer: @escaping @Sendable (ReceivedRequest) async throws -> FlyingFox.HTTPResponse,
    _ talk: (String) async throws -> Void,
) async throws -> [ReceivedRequest] {
    let log = RequestLog()
    let handler = ClosureHTTPHandler { request in
        let received = try await ReceivedRequest(request)
        await log.append(received)
        return try await answer(received)
    }
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    let server = HTTPServer(
        address: address, pool: SharedSocketPool(shared: try await .client), logger: .disabled,
        handler: handler)
    let running = Task { try await server.run() }
    try await untilTheEnd(of: running) {
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw NoPort() }
        try await talk("http://127.0.0.1:\(port)\(path)")
    }
    return await log.requests
}

private struct NoPort: Error {}

/// Runs a closure beside a server, and then waits for the end of the server, so that nobody waits for a socket any more
/// when its number is given away again.
func untilTheEnd(of server: Task<Void, any Error>, _ talk: () async throws -> Void) async throws {
    let result: Result<Void, any Error>
    do {
        result = .success(try await talk())
    } catch {
        result = .failure(error)
    }
    server.cancel()
    _ = await server.result
    try result.get()
}

/// The pool of all servers of the process. A pool of its own would block a thread for each of them, and Dispatch, which
/// has 255, would have none left for Foundation.
private struct SharedSocketPool<Shared: AsyncSocketPool>: AsyncSocketPool {
    let shared: Shared

    func prepare() {}

    /// Waits for the end of the server only, since the shared pool runs already.
    func run() async throws {
        while true { try await Task.sleep(for: .seconds(3600)) }
    }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        try await shared.suspendSocket(socket, untilReadyFor: events)
    }
}

private actor RequestLog {
    private(set) var requests: [ReceivedRequest] = []

    func append(_ request: ReceivedRequest) { requests.append(request) }
}

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

extension FlyingFox.HTTPResponse {
    /// An answer of JSON.
    public static func json(_ text: String, status: HTTPStatusCode = .ok) -> FlyingFox.HTTPResponse {
        FlyingFox.HTTPResponse(
            statusCode: status, headers: [.contentType: "application/json"], body: Data(text.utf8))
    }
}
