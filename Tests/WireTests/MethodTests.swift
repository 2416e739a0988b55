import APIRuntime
import Foundation
import Methods
import Loopback
import Testing

/// What OpenAPI 3.2 adds to requests.
@Suite(.timeLimit(.minutes(1))) struct MethodTests {
    private let wire = Wire { MethodsClient(server: $0, configuration: $1) }

    @Test func sendsMethodsOfAnyName() async throws {
        let transport = InMemoryTransport { $0.operation == "search" ? .json("[]") : .empty() }
        _ = try await wire.client(transport).searches.search(body: Filter(name: "a"))
        try await wire.client(transport).searches.copySearch()
        #expect(transport.requests.map(\.head.method.rawValue) == ["QUERY", "COPY"])
        #expect(transport.requests.map(\.text) == [#"{"name":"a"}"#, ""])
        #expect(transport.requests.map(\.accept) == ["application/json", "application/json"])
    }

    @Test(.timeLimit(.minutes(1))) func sendsMethodsOfAnyNameOverHTTP() async throws {
        try await ScriptedServer.run(wire) { peer, head in
            #expect(head.hasPrefix("QUERY /search "))
            let body = try await peer.receive(12)
            #expect(body == #"{"name":"a"}"#)
            try await peer.begin("application/json")
            try await peer.send(#"["found"]"#)
        } _: { client in
            let found = try await client.searches.search(body: Filter(name: "a"))
            #expect(found == ["found"])
        }
    }
}
