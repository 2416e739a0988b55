import APIRuntime
import Foundation
import ResultNames
import Testing

@Suite struct ResultNameTests {
    private func client(_ transport: InMemoryTransport) -> ResultNamesClient {
        ResultNamesClient(
            server: "https://example.com", configuration: ClientConfiguration(transport: transport))
    }

    /// The methods for the value and for the stream of one operation have results of their own.
    @Test func bringsValueOrStream() async throws {
        let values = InMemoryTransport { _ in .json(#"{"place":3}"#, status: .accepted) }
        guard case .accepted(let queue) = try await client(values).forecasts.forecast() else {
            Issue.record("the status tells the case")
            return
        }
        #expect(queue.place == 3)
        let streams = InMemoryTransport { _ in
            TransportResponse(
                head: HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]),
                body: Data("data: {\"text\":\"rain\"}\n\n".utf8))
        }
        var texts: [String] = []
        for try await item in try await client(streams).forecasts.forecastStream() { texts.append(item.text) }
        #expect(texts == ["rain"])
    }

    /// A parameter may have the name of the operation that hands out the pages.
    @Test func pagesWhatIsNamedAsItsParameter() async throws {
        let transport = InMemoryTransport { request in
            .json(
                request.query?.contains("page=2") == true
                    ? #"{"forecasts":[]}"# : #"{"forecasts":[{"text":"a"}]}"#)
        }
        var texts: [String] = []
        for try await item in client(transport).forecasts.searchPages(search: "x").items {
            texts.append(item.text)
        }
        #expect(texts == ["a"])
    }
}
