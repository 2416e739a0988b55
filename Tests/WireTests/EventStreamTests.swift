import APIRuntime
import EventStreams
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct EventStreamTests {
    private let wire = Wire { EventStreamsClient(server: $0, configuration: $1) }

    @Test func bringsWholeEvents() async throws {
        let text = """
            \u{FEFF}id: 7
            event: moved
            data: {"id": "1"}

            event: left
            data: "b"
            retry: 100

            """
        let transport = InMemoryTransport { _ in .answer(text + "\n", "text/event-stream") }
        let client = wire.client(transport)
        let changes = try await Array(client.streams.streamChanges())
        #expect(
            changes == [
                .moved(.init(data: Game(id: "1"), id: "7")),
                .left(.init(data: "b", additionalProperties: ["retry": 100, "id": "7"])),
            ])
        let events = try await Array(client.streams.streamEvents())
        #expect(events.map(\.data) == [#"{"id": "1"}"#, #""b""#])
        #expect(events.map(\.event) == ["moved", "left"])
        #expect(events.map(\.id) == ["7", "7"])
        #expect(events.map(\.retry) == [nil, 100])
        #expect(try await Array(client.streams.streamWords()) == events.map(\.data))
    }
}
