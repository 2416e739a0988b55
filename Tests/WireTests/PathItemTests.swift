import APIRuntime
import Foundation
import PathItems
import Testing

@Suite(.timeLimit(.minutes(1))) struct PathItemTests {
    private let wire = Wire { PathItemsClient(server: $0, configuration: $1) }

    @Test func goesToPathsThatAreReferredTo() async throws {
        let transport = InMemoryTransport()
        try await wire.client(transport).places.checkPage(id: "a/b", lang: "de")
        try await wire.client(transport).places.removePage(id: "1")
        #expect(transport.requests.map(\.head.method) == [.head, .delete])
        #expect(
            transport.requests.map(\.head.path) == [
                "/v1/%C3%BCber%20uns/a%2Fb?lang=de", "/v1/%C3%BCber%20uns/1",
            ])
    }
}
