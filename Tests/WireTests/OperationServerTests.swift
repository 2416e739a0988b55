import APIRuntime
import Foundation
import OperationServers
import Testing

@Suite(.timeLimit(.minutes(1))) struct OperationServerTests {
    private let wire = Wire { OperationServersClient(server: $0, configuration: $1) }

    @Test func goesToTheServerOfTheOperation() async throws {
        let upload = try await wire.sent(server: .live()) { try await $0.places.uploadContent(body: Data()) }
        #expect(upload.head.authority == "upload-eu.files.example")
        #expect(upload.path == "/api/content")
        let download = try await wire.sent(server: .live(region: "us")) {
            _ = try await $0.places.getContent()
        }
        #expect(download.head.authority == "us.files.example")
        #expect(download.path == "/downloads/content")
    }

    @Test(arguments: ["evil.example/", "evil.example?", "user@evil", "eu#", "a\\b"])
    func staysOnTheHostOfTheDocument(region: String) async {
        let error = await #expect(throws: APIError.self) {
            _ = try await wire.sent(server: .live(region: region)) { try await $0.places.getState() }
        }
        #expect(
            error?.description.contains("host characters only in its variable 'region'") == true
                || error?.description.contains("must not hold") == true)
    }

    @Test func staysOnAServerOfTheCaller() async throws {
        let upload = try await wire.sent(server: "http://localhost:8080/base") {
            try await $0.places.uploadContent(body: Data())
        }
        #expect(upload.head.authority == "localhost:8080")
        #expect(upload.path == "/base/content")
        let download = try await wire.sent(server: "http://localhost:8080/base") {
            _ = try await $0.places.getContent()
        }
        #expect(download.head.authority == "localhost:8080")
        let chosen = try await wire.sent(server: "http://localhost:8080/base") {
            var client = $0
            client.api.documentServers.append("http://localhost:8080/base")
            try await client.places.uploadContent(body: Data())
        }
        #expect(chosen.head.authority == "upload-us.files.example")
    }
}
