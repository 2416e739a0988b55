import APIRuntime
import Foundation
import HTTPTypes
import Testing

/// The requests that the generated methods send, against the table.
@Suite struct RequestTests {
    /// What the credentials add to the query.
    private static let credentials: Set = ["clientId", "timestamp"]

    /// Makes a call in memory.
    private func request(of call: Call) async throws -> TransportRequest {
        let transport = InMemoryTransport { _ in call.answer.map { .json($0) } ?? .empty() }
        try await call.send(transport, "https://reference.example")
        #expect(transport.requests.count == 1)
        return try #require(transport.requests.first)
    }

    @Test func eachOperationIsCalled() {
        #expect(Set(Call.all.map(\.operation)) == Set(ReferenceOperation.all.map(\.name)))
    }

    @Test(arguments: ReferenceOperation.all)
    func sendsEachParameterOfThePage(_ operation: ReferenceOperation) async throws {
        var query: Set<String> = []
        var bodies = 0
        for call in Call.all where call.operation == operation.name {
            let request = try await request(of: call)
            #expect(request.operation == operation.name)
            #expect(request.head.method.rawValue == operation.method)
            #expect(fits(request.path, operation.path), "\(request.path) fits \(operation.path)")
            query.formUnion(names(request.query).subtracting(Self.credentials))
            bodies += request.body == nil ? 0 : 1
        }
        #expect(query == operation.parameters(in: "query"))
        #expect(bodies == operation.parameters(in: "body").count)
    }

    @Test(arguments: Call.all)
    func sendsToTheLetter(_ call: Call) async throws {
        let request = try await request(of: call)
        let target = try #require(request.head.path)
        #expect(target.hasPrefix(call.target))
        #expect(names(String(target.dropFirst(call.target.count + 1))).isSubset(of: Self.credentials))
        #expect(try request.body.map(JSON.value) == call.body.map(JSON.value))
    }

    /// Whether the places of a template are filled, and the rest of a path is as in the template.
    private func fits(_ path: String, _ template: String) -> Bool {
        let segments = path.components(separatedBy: "/")
        let places = template.components(separatedBy: "/")
        return segments.count == places.count
            && zip(segments, places).allSatisfy { $1.hasPrefix("{") ? !$0.isEmpty && $0 != $1 : $0 == $1 }
    }

    private func names(_ query: String?) -> Set<String> {
        Set((query ?? "").split(separator: "&").map { String($0.prefix { $0 != "=" }) })
    }
}
