@_spi(Generated) import APIRuntime
import APIRuntimeAsyncHTTPClient
import FlyingFox
import Foundation
import Loopback
import Testing

/// Connections that break, stall or never come about.
@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
    /// The error of a request to a server that sends bytes and closes the connection.
    private func reason(_ kind: Kind, to bytes: String) async throws -> TransportError.Reason? {
        var reason: TransportError.Reason?
        try await ScriptedServer.serve { peer, _ in
            try await peer.send(bytes)
        } _: { server in
            reason = await TransportTests.reason {
                _ = try await kind.transport.send(TransportRequest(.post, server))
            }
        }
        return reason
    }

    @Test(
        arguments: Kind.allCases,
        [
            "", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        ])
    func saysThatAnAnswerIsIncomplete(kind: Kind, bytes: String) async throws {
        // Foundation ends the process there if a connection is closed within a head.
        guard !bytes.hasSuffix("Content-Le") || !kind.isFoundationNetworking else { return }
        #expect(try await reason(kind, to: bytes) == .interrupted)
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 xyz OK\r\n\r\n", "HTTP/1.1 200 OK\r\nA B: c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n",
    ]) func saysThatAnAnswerIsMalformed(bytes: String) async throws {
        #expect(try await reason(.asyncHTTPClient, to: bytes) == .interrupted)
    }

    /// The server reads the head of a request only, and answers.
    ///
    /// AsyncHTTPClient closes such a connection. Most often the answer arrives before that.
    @Test(arguments: Kind.allCases) func endsWithAnAnswerBeforeTheBodyIsSent(kind: Kind) async throws {
        let (ends, end) = AsyncStream<Void>.makeStream()
        try await ScriptedServer.serve { peer, _ in
            try await peer.answer(413, headers: ["Connection: close"], body: "no")
            for await _ in ends {}
        } _: { server in
            defer { end.finish() }
            let request = TransportRequest(.post, server, body: Data(count: 20_000_000))
            do {
                let response = try await send(request, over: kind, within: .seconds(120))
                #expect(response?.head.status.code == 413)
                #expect(response?.body == Data("no".utf8))
            } catch let error as TransportError {
                #expect(kind == .asyncHTTPClient)
                #expect(error.reason == .interrupted)
            }
        }
    }

    @Test(arguments: Kind.allCases) func saysThatAConnectionIsRefused(kind: Kind) async {
        for host in ["http://127.0.0.1:1", "http://localhost:1"] {
            let time = await measure {
                let reason = await TransportTests.reason {
                    _ = try await kind.transport.send(TransportRequest(.get, host))
                }
                #expect(reason == .unreachable)
            }
            #expect(time < .seconds(50))
        }
    }

    @Test(arguments: Kind.allCases) func saysThatTLSFails(kind: Kind) async throws {
        try await withServer({ _ in .init(statusCode: .ok) }) { server in
            var request = TransportRequest(.get, server)
            request.head.scheme = "https"
            let reason = await TransportTests.reason { _ = try await kind.transport.send(request) }
            // Foundation does not say why there.
            #expect(reason == (kind.isFoundationNetworking ? .interrupted : .insecure))
        }
    }

    /// The server waits for an empty line, which no handshake holds.
    @Test func waitsForHandshakesForTheConnectTimeoutOnly() async throws {
        try await ScriptedServer.serve { peer, _ in
            try await peer.send("HTTP/1.1 200 OK\r\n\r\n")
        } _: { server in
            var request = TransportRequest(.get, server)
            request.head.scheme = "https"
            let reason = await TransportTests.reason {
                _ = try await AsyncHTTPClientTransport(connectTimeout: .milliseconds(200)).send(request)
            }
            #expect(reason == .unreachable)
        }
    }

    @Test func showsNoRequestInTransit() async throws {
        try await ScriptedServer.serve { peer, _ in
            await peer.waitForClose()
        } _: { server in
            let transport = AsyncHTTPClientTransport()
            let request = TransportRequest(.get, server, "/?key=secret", headers: [.authorization: "secret"])
            let call = Task { try await transport.send(request) }
            try await Task.sleep(for: .milliseconds(100))
            var text = "\(transport) \(String(reflecting: transport))"
            dump(transport, to: &text)
            #expect(!text.contains("secret"))
            call.cancel()
        }
    }

    @Test func waitsForResponsesForTheReadTimeoutOnly() async throws {
        try await ScriptedServer.serve { peer, _ in
            await peer.waitForClose()
        } _: { server in
            let reason = await TransportTests.reason {
                _ = try await AsyncHTTPClientTransport(readTimeout: .milliseconds(100))
                    .send(TransportRequest(.get, server))
            }
            #expect(reason == .timedOut)
        }
    }

    @Test func waitsForConnectionsForTheConnectTimeoutOnly() async throws {
        let transport = AsyncHTTPClientTransport(connectTimeout: .milliseconds(200), connectionsPerHost: 1)
        try await ScriptedServer.serve { peer, _ in
            await peer.waitForClose()
        } _: { server in
            let first = Task { try await transport.send(TransportRequest(.get, server)) }
            try await Task.sleep(for: .milliseconds(100))
            let reason = await TransportTests.reason {
                _ = try await transport.send(TransportRequest(.get, server))
            }
            #expect(reason == .unreachable)
            first.cancel()
        }
    }

    @Test(arguments: Kind.allCases) func keepsTheDeadlineOfTheClient(kind: Kind) async throws {
        try await ScriptedServer.serve { peer, _ in
            for byte in "HTTP/1.1 200 OK\r\nX-Slow: yes\r\n\r\n" {
                try await peer.send(String(byte))
                try await Task.sleep(for: .seconds(1))
            }
        } _: { server in
            let configuration = ClientConfiguration(
                transport: kind.transport, options: CallOptions(timeout: .milliseconds(300)))
            let client = APIClient(baseURL: BaseURL(server), configuration: configuration)
            let time = await measure {
                let error = await failure {
                    try await client.send(Request(.get, "/", operation: "slow"))
                }
                guard case .transport(let failure)? = error as? APIError else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(failure.reason == .timedOut)
            }
            #expect(time > .milliseconds(250))
            #expect(time < .seconds(100))
        }
    }

    @Test(arguments: Kind.allCases) func reusesConnections(kind: Kind) async throws {
        let connections = Locked(0)
        try await ScriptedServer.serve { peer, _ in
            connections.withLock { $0 += 1 }
            try await peer.answer(200, body: "1")
            for _ in 0..<2 {
                _ = try await peer.nextHead()
                try await peer.answer(200, body: "1")
            }
            await peer.waitForClose()
        } _: { server in
            for _ in 0..<3 { _ = try await kind.transport.send(TransportRequest(.get, server)) }
        }
        #expect(connections.withLock { $0 } == 1)
    }

    /// A connection that was closed between two requests is not used again.
    @Test(arguments: Kind.allCases) func connectsAgain(kind: Kind) async throws {
        let received = Locked(0)
        try await ScriptedServer.serve { peer, _ in
            received.withLock { $0 += 1 }
            try await peer.answer(200, body: "1")
        } _: { server in
            for _ in 0..<3 {
                let response = try await send(
                    TransportRequest(.post, server, body: Data()), over: kind, within: .seconds(120))
                #expect(response?.head.status == .ok)
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        #expect(received.withLock { $0 } == 3)
    }

    /// The server reads the second request on a connection and closes it without a response.
    ///
    /// On Linux, Foundation gets a connection of its own for a POST: curl would send it once more.
    @Test(arguments: Kind.allCases) func sendsNoRequestTwice(kind: Kind) async throws {
        let received = Locked(0)
        try await ScriptedServer.serve { peer, _ in
            received.withLock { $0 += 1 }
            try await peer.answer(200, body: "1")
            _ = try await peer.nextHead()
            received.withLock { $0 += 1 }
        } _: { server in
            let request = TransportRequest(.post, server, body: Data())
            _ = try await kind.transport.send(request)
            let reason = await TransportTests.reason {
                _ = try await send(request, over: kind, within: .seconds(120))
            }
            #expect(reason == (kind.isFoundationNetworking ? nil : .interrupted))
        }
        #expect(received.withLock { $0 } == 2)
    }
}
