import APIRuntime
import FlyingFox
import Foundation
import Loopback
import StatusResults
import Testing

@Suite(.timeLimit(.minutes(1))) struct StatusResultTests {
    private let wire = Wire { StatusResultsClient(server: $0, configuration: $1) }

    @Test(arguments: [
        (200, #"{"name":"p"}"#, StartExportResult.ok(Pet(name: "p"))),
        (202, #"{"size":1}"#, .accepted(Attributes(size: 1))),
        (204, "", .noContent),
    ])
    func choosesByTheStatus(status: Int, body: String, expected: StartExportResult) async throws {
        let client = wire.client(answering: .answer(body, "application/json", status: status))
        #expect(try await client.results.startExport(id: "1") == expected)
    }

    @Test func reportsAStatusThatTheDocumentDoesNotName() async throws {
        let client = wire.client(answering: .answer("{}", "application/json", status: 206))
        let error = await #expect(throws: APIError.self) { try await client.results.startExport(id: "1") }
        guard case .undecodable(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.description.contains("at the status: expected 200, 202 or 204, found 206"))
    }

    @Test func takesARangeForTheRest() async throws {
        let text = wire.client(answering: .answer("a,b", "text/csv"))
        #expect(try await text.results.getExport(id: "1") == .ok("a,b"))
        let other = wire.client(answering: .answer(#"{"name":"p"}"#, "application/json", status: 207))
        #expect(try await other.results.getExport(id: "1") == .success(Pet(name: "p")))
        let request = try await wire.sent { _ = try? await $0.results.getExport(id: "1") }
        #expect(request.accept == "text/csv, application/json")
    }

    /// What breaks off on its way is interrupted, whatever Foundation makes of it.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"name\"",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n",
        "",
    ])
    func tellsThatAnAnswerBrokeOff(answer: String) async throws {
        try await ScriptedServer.run(wire) { peer, _ in
            try await peer.send(answer)
        } _: { client in
            let error = await #expect(throws: APIError.self) { try await client.results.startExport(id: "1") }
            guard case .transport(let failure)? = error else {
                return #expect(Bool(false), "\(String(describing: error))")
            }
            #expect(failure.reason == .interrupted, "\(failure)")
        }
    }

    @Test func asksForJSONWhereTheStatusChooses() async throws {
        let request = try await wire.sent { _ = try? await $0.results.startExport(id: "1") }
        #expect(request.accept == "application/json")
    }

    @Test func needsNoChoiceForOneBody() async throws {
        let created = wire.client(answering: .answer(#"{"name":"p"}"#, nil, status: 201))
        #expect(try await created.results.replaceExport(id: "1") == Pet(name: "p"))
        let changed = wire.client(answering: .answer(#"{"name":"p"}"#, "application/json"))
        #expect(try await changed.results.changeExport(id: "1") == Pet(name: "p"))
        #expect(try await wire.client(answering: .empty()).results.changeExport(id: "1") == nil)
    }

    @Test func takesARedirectForTheOnlySuccess() async throws {
        // On Linux, Foundation drops the body of a redirect.
        let answer = TransportResponse.answer(#"{"name":"p"}"#, "application/json", status: 301)
        let moved = wire.client(InMemoryTransport { _ in answer })
        #expect(try await moved.results.moveTable(id: "1") == Pet(name: "p"))
        #expect(try await wire.client(answering: .empty(status: .found)).results.moveTable(id: "1") == nil)
        let error = await #expect(throws: APIError.self) { try await moved.results.findTable(id: "1") }
        #expect(error?.failure?.status.code == 301)
    }

    @Test func takesTheDefaultForTheOnlySuccess() async throws {
        let removed = wire.client(answering: .answer(#"{"name":"p"}"#, "application/json"))
        #expect(try await removed.results.removeExport(id: "1") == Pet(name: "p"))
        let failed = wire.client(answering: .answer(#"{"name":"f"}"#, "application/json", status: 500))
        let error = await #expect(throws: APIError.self) { try await failed.results.removeExport(id: "1") }
        guard case .status(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.body(as: Pet.self) == Pet(name: "f"))
    }

    @Test func handsOverFailuresThatAreText() async throws {
        let failed = wire.client(answering: .answer("no", "text/plain", status: 400))
        let error = await #expect(throws: APIError.self) { try await failed.results.startExport(id: "1") }
        guard case .status(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.body(as: String.self) == "no")
        #expect(failure.body(as: Data.self) == Data("no".utf8))
        #expect(failure.body(as: Pet.self) == nil)
    }

    @Test func handsOverARedirectThatIsTheAnswer() async throws {
        let all = try await withServer({ request in
            let status = request.method == "POST" ? 303 : 301
            return FlyingFox.HTTPResponse(
                statusCode: .init(status, phrase: "There"), headers: HTTPHeaders([.location: "/elsewhere"]))
        }) { server in
            let client = wire.client(at: server)
            let (_, found) = try await client.withResponse { try await $0.results.findTable(id: "1") }
            #expect(found.status.code == 303)
            #expect(found.headers[.location] == "/elsewhere")
            let (_, answer) = try await client.withResponse { try await $0.results.moveTable(id: "1") }
            #expect(answer.headers[.location] == "/elsewhere")
        }
        #expect(all.map(\.method) == ["POST", "DELETE"])
    }
}
