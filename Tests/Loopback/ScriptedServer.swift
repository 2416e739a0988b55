import FlyingSocks
public import Foundation

/// A server that answers each connection byte by byte as a script says, since only bytes can break off in the middle.
public struct ScriptedServer {
    /// Sends bytes, and tells how the connection goes on.
    public struct Peer: Sendable {
        fileprivate let socket: AsyncSocket

        public func send(_ text: String) async throws { try await send(Data(text.utf8)) }

        public func send(_ bytes: Data) async throws { try await socket.write(bytes) }

        /// The head of an answer whose body ends with its connection.
        public func begin(_ contentType: String) async throws {
            try await send("HTTP/1.1 200 OK\r\nContent-Type: \(contentType)\r\nConnection: close\r\n\r\n")
        }

        /// The head of an answer whose body comes in chunks (RFC 9112, section 7.1).
        public func beginChunks(_ contentType: String) async throws {
            try await send(
                "HTTP/1.1 200 OK\r\nContent-Type: \(contentType)\r\nTransfer-Encoding: chunked\r\n\r\n")
        }

        public func sendChunk(_ text: String) async throws {
            try await send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
        }

        /// The head of the next request on this connection.
        public func nextHead() async throws -> String { try await ScriptedServer.head(of: socket) }

        public func receive(_ count: Int) async throws -> String {
            String(decoding: try await socket.read(bytes: count), as: UTF8.self)
        }

        /// Reads bytes without keeping them.
        public func skip(_ count: Int) async throws {
            var rest = count
            while rest > 0 { rest -= try await socket.read(atMost: min(rest, 1 << 16)).count }
        }

        /// Reads a body in chunks (RFC 9112, section 7.1) without keeping it.
        ///
        /// - Returns: Its length.
        public func skipChunks() async throws -> Int {
            var length = 0
            while true {
                var line = ""
                while !line.hasSuffix("\r\n") {
                    line.unicodeScalars.append(Unicode.Scalar(try await socket.read()))
                }
                let count = Int(line.dropLast(), radix: 16) ?? 0
                try await skip(count + 2)
                if count == 0 { return length }
                length += count
            }
        }

        /// Waits until the other side closes the connection.
        public func waitForClose() async {
            while (try? await socket.read()) != nil {}
        }
    }

    /// Runs a test against a server that plays its script once for each connection.
    ///
    /// - Parameter test: Is given the base URL of the server.
    public static func serve(
        _ script: @escaping @Sendable (Peer, _ head: String) async throws -> Void,
        _ test: (String) async throws -> Void,
    ) async throws {
        try await withConnections({ try await script(Peer(socket: $0), try await head(of: $0)) }, test)
    }

    private static func head(of connection: AsyncSocket) async throws -> String {
        var head = ""
        while !head.hasSuffix("\r\n\r\n") {
            head.unicodeScalars.append(Unicode.Scalar(try await connection.read()))
        }
        return head
    }
}
