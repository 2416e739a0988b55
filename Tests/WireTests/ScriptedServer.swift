import APIRuntime
import FlyingSocks
import Foundation

/// A server that answers each connection byte by byte as a script says, since only bytes can break off in the middle.
struct ScriptedServer {
    /// Sends bytes, and tells how the connection goes on.
    struct Peer {
        fileprivate let socket: AsyncSocket

        func send(_ text: String) async throws { try await socket.write(Data(text.utf8)) }

        /// The head of an answer whose body ends with its connection.
        func begin(_ contentType: String) async throws {
            try await send("HTTP/1.1 200 OK\r\nContent-Type: \(contentType)\r\nConnection: close\r\n\r\n")
        }

        /// The head of an answer whose body comes in chunks (RFC 9112, section 7.1).
        func beginChunks(_ contentType: String) async throws {
            try await send(
                "HTTP/1.1 200 OK\r\nContent-Type: \(contentType)\r\nTransfer-Encoding: chunked\r\n\r\n")
        }

        func sendChunk(_ text: String) async throws {
            try await send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
        }

        func receive(_ count: Int) async throws -> String {
            String(decoding: try await socket.read(bytes: count), as: UTF8.self)
        }

        /// Waits until the other side closes the connection.
        func waitForClose() async {
            while (try? await socket.read()) != nil {}
        }
    }

    /// Runs a test against a server that plays its script once for each connection.
    static func run<Client>(
        _ wire: Wire<Client>,
        _ script: @escaping @Sendable (Peer, _ head: String) async throws -> Void,
        _ test: (Client) async throws -> Void,
    ) async throws {
        let socket = try Socket(domain: AF_INET)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
        try socket.listen()
        guard case .ip4(_, let port) = try socket.sockname() else { throw NoPort() }
        let listening = try AsyncSocket(socket: socket, pool: await .client)
        let running = Task {
            try await withThrowingDiscardingTaskGroup { connections in
                for try await connection in listening.sockets {
                    connections.addTask {
                        try? await script(Peer(socket: connection), try await head(of: connection))
                        try? connection.close()
                    }
                }
            }
        }
        let result = await Result { try await test(wire.client(at: "http://127.0.0.1:\(String(port))")) }
        // Nobody waits for a socket any more when its number is given away again.
        running.cancel()
        _ = await running.result
        try listening.close()
        try result.get()
    }

    private static func head(of connection: AsyncSocket) async throws -> String {
        var head = ""
        while !head.hasSuffix("\r\n\r\n") {
            head.unicodeScalars.append(Unicode.Scalar(try await connection.read()))
        }
        return head
    }

    private struct NoPort: Error {}
}

extension Result where Failure == any Error {
    fileprivate init(catching body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
