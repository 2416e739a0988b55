import FlyingSocks
import Foundation

/// Runs a server that serves each connection as a script says, since only bytes can break off in the middle.
///
/// - Parameters:
///   - serve: Serves a connection, which is closed when it returns.
///   - talk: Is given the base URL of the server.
public func withRawServer(
    _ serve: @escaping @Sendable (RawConnection) async throws -> Void,
    _ talk: (String) async throws -> Void,
) async throws {
    try await withConnections({ try await serve(RawConnection($0)) }, talk)
}

/// Runs a server, and closes each connection when it is served.
func withConnections(
    _ serve: @escaping @Sendable (AsyncSocket) async throws -> Void,
    _ talk: (String) async throws -> Void,
) async throws {
    let socket = try Socket(domain: AF_INET)
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname() else { throw NoPort() }
    let listening = try AsyncSocket(socket: socket, pool: await .client)
    let running = Task {
        try await withThrowingTaskGroup(of: Void.self) { connections in
            for try await connection in listening.sockets {
                connections.addTask {
                    try? await serve(connection)
                    try? connection.close()
                }
            }
        }
    }
    defer { try? listening.close() }
    try await untilTheEnd(of: running) { try await talk("http://127.0.0.1:\(String(port))") }
}

private struct NoPort: Error {}

/// A connection of a client to ``withRawServer(_:_:)``.
public actor RawConnection {
    private let socket: AsyncSocket
    private var unread: [UInt8] = []

    init(_ socket: AsyncSocket) { self.socket = socket }

    /// The next request, as far as its body has a `Content-Length`.
    ///
    /// - Throws: If the client closes the connection first.
    public func request() async throws -> ReceivedRequest {
        let head = try await self.head()
        let lines = head.components(separatedBy: "\r\n")
        let words = (lines.first ?? "").split(separator: " ").map(String.init)
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers.merge([line[..<colon].lowercased(): value]) { "\($0),\($1)" }
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        while unread.count < length { unread += try await socket.read(atMost: 65_536) }
        defer { unread.removeFirst(length) }
        return ReceivedRequest(
            method: words.first ?? "", target: words.dropFirst().first ?? "", headers: headers,
            body: Data(unread.prefix(length)))
    }

    /// Reads a byte, so that closing the connection resets it: what is left is lost.
    public func beginReading() async throws { _ = try await socket.read() }

    public func send(_ text: String) async throws { try await socket.write(Data(text.utf8)) }

    private func head() async throws -> String {
        let end = Array("\r\n\r\n".utf8)
        var checked = 0
        while true {
            while checked + end.count <= unread.count {
                if unread[checked..<checked + end.count].elementsEqual(end) {
                    defer { unread.removeFirst(checked + end.count) }
                    return String(decoding: unread[..<checked], as: UTF8.self)
                }
                checked += 1
            }
            unread += try await socket.read(atMost: 65_536)
        }
    }
}
