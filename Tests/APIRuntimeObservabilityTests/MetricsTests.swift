@_spi(Generated) import APIRuntime
import APIRuntimeMetrics
import Foundation
import MetricsTestKit
import Testing

@Suite struct MetricsTests {
    private let metrics = TestMetrics()

    private func send(
        _ request: Request = petRequest(),
        _ answer: @escaping @Sendable (TransportRequest) async throws -> TransportResponse,
    ) async -> APIError? {
        let client = client(InMemoryTransport(answer: answer), MetricsMiddleware(factory: metrics))
        do throws(APIError) {
            try await client.send(request)
            return nil
        } catch {
            return error
        }
    }

    private func dimensions(statusClass: String = "", errorType: String = "") -> [(String, String)] {
        [
            ("operation", "getPet"), ("http.request.method", "GET"), ("server.address", "api.example.com"),
            ("http.response.status_class", statusClass), ("error.type", errorType),
        ]
    }

    private func count(statusClass: String = "", errorType: String = "") -> Int64 {
        metrics.counterTotal(
            label: "http.client.requests",
            dimensions: dimensions(statusClass: statusClass, errorType: errorType))
    }

    @Test func countsAttemptsByTheirOutcome() async {
        #expect(await send { .empty(status: $0.attempt < 3 ? .serviceUnavailable : .ok) } == nil)
        #expect(await send { _ in .empty() } == nil)
        #expect(await send { _ in .empty(status: .notFound) } != nil)
        _ = await send { _ in throw TransportError(.insecure, message: "hidden") }
        _ = await send { _ in throw Leak(description: "hidden") }
        #expect(count(statusClass: "2xx") == 2)
        #expect(count(statusClass: "4xx") == 1)
        #expect(count(statusClass: "5xx") == 2)
        #expect(count(errorType: "insecure") == 1)
        #expect(count(errorType: "Leak") == 1)
        #expect(metrics.counterTotal(label: "http.client.requests") == 7)
    }

    @Test func measuresTheDuration() async throws {
        let nanoseconds: Int64 = 20_000_000
        _ = await send { _ in
            try await Task.sleep(for: .nanoseconds(nanoseconds))
            return .empty()
        }
        let timer = try metrics.expectTimer("http.client.request.duration", dimensions(statusClass: "2xx"))
        #expect(timer.values.count == 1)
        #expect(timer.values.allSatisfy { $0 >= nanoseconds && $0 < 60_000_000_000 })
    }

    /// Systems such as Prometheus refuse a metric whose dimensions have other names than before.
    @Test func hasTheSameDimensionsAlways() async {
        _ = await send { _ in .empty() }
        _ = await send { _ in throw TransportError(.other, message: "") }
        let names = metrics.counters(label: "http.client.requests").map { $0.dimensions.map(\.0) }
        #expect(names.count == 2)
        #expect(Set(names) == [dimensions().map(\.0)])
    }

    /// Values of requests would make a series of their own each, and be seen by others.
    @Test func holdsNoValues() async {
        var request = Request("HIDDEN", "/pets/{petId}", operation: "getPet")
        request.path("petId", "hidden")
        request.query("name", "hidden")
        for status: HTTPResponse.Status in [.ok, .badRequest] {
            _ = await send(request) { _ in .empty(status: status) }
        }
        let shown = metrics.counters.map { "\($0.dimensions)" }
        #expect(shown.count == 2)
        #expect(shown.allSatisfy { $0.contains("_OTHER") && !$0.lowercased().contains("hidden") })
    }
}
