import APIRuntime
import Foundation
import RequestedStreams
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct RequestedStreamTests {
    private let wire = Wire { RequestedStreamsClient(server: $0, configuration: $1) }

    @Test func chatsUntilDone() async throws {
        try await ScriptedServer.run(wire) { peer, head in
            #expect(head.contains("Accept: text/event-stream"))
            try await peer.begin("text/event-stream; charset=utf-8")
            try await peer.send(": ping\r\n\r\ndata: {\"delta\":\r\ndata: \"Hel\"}\r\n\r\n")
            try await peer.send("event: x\rdata:{\"delta\": \"lo\"}\r\rdata: [DONE]\n\n")
            await peer.waitForClose()
        } _: { client in
            var text = ""
            for try await chunk in try await client.streams.createChatStream(
                body: CreateChatBody(question: "?"))
            {
                text += chunk.delta
            }
            #expect(text == "Hello")
        }
    }

    @Test func asksForAStreamInEachBody() async throws {
        let transport = InMemoryTransport { _ in .answer("data: [DONE]\n\n", "text/event-stream") }
        let streams = wire.client(transport).streams
        _ = try await streams.editStream(body: .json(EditByLink(link: "l")))
        let file = FilePart(Data("f".utf8), filename: "f")
        _ = try await streams.editStream(body: .multipart(EditByFile(file: file)))
        _ = try await streams.resumeStream()
        _ = try await streams.resumeStream(body: ResumeBody(stream: false))
        let texts = transport.requests.map(\.text)
        #expect(texts[0] == #"{"link":"l","stream":true}"#)
        #expect(texts[1].contains("name=\"stream\"\r\n\r\ntrue\r\n"))
        #expect(texts[2...] == [#"{"stream":true}"#, #"{"stream":true}"#])
    }

    @Test func asksForAStreamInTheBody() async throws {
        let transport = InMemoryTransport { _ in .answer("data: [DONE]\n\n", "text/event-stream") }
        let stream = try await wire.client(transport).streams.createChatStream(
            body: CreateChatBody(question: "?"))
        for try await _ in stream { Issue.record("nothing was sent") }
        #expect(transport.requests.first?.text == #"{"question":"?","stream":true}"#)
    }

    /// What stands before a service may answer with a page of its own.
    @Test func saysThatAPageIsNoStream() async throws {
        let transport = InMemoryTransport { _ in .answer("<html></html>", "text/html; charset=utf-8") }
        let error = await #expect(throws: APIError.self) {
            try await wire.client(transport).streams.createChatStream(body: CreateChatBody(question: "?"))
        }
        #expect(error?.description.contains("found text/html") == true)
    }

    @Test func saysThatTheServiceSendsNoEvents() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"text": "Hello"}"#) }
        let error = await #expect(throws: APIError.self) {
            _ = try await wire.client(transport).streams.createChatStream(body: CreateChatBody(question: "?"))
        }
        #expect(error?.description.contains("expected text/event-stream, found application/json") == true)
    }
}
