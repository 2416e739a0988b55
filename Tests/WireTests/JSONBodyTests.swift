import APIRuntime
import Foundation
import JSONBodies
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct JSONBodyTests {
    private let wire = Wire { JSONBodiesClient(server: $0, configuration: $1) }

    @Test func sendsJSONUnderItsName() async throws {
        let any = try await wire.sent { try await $0.bodies.setValue(body: Message(to: "t")) }
        #expect(any.text == #"{"to":"t"}"#)
        #expect(any.contentType == "application/json")
        let patch = try await wire.sent { try await $0.bodies.mergeValue(body: ["a": nil]) }
        #expect(patch.text == #"{"a":null}"#)
        #expect(patch.contentType == "application/merge-patch+json")
        let pet = try await wire.sent { _ = try? await $0.bodies.addPet(body: Pet(name: "p")) }
        #expect(pet.contentType == "application/json")
        #expect(pet.accept == "application/json")
    }

    @Test func sendsBodiesWithEachMethod() async throws {
        let gone = try await wire.sent { try await $0.bodies.removeValues(body: ["a"]) }
        #expect(gone.text == #"["a"]"#)
        let search = try await wire.sent { _ = try await $0.bodies.searchValues(body: ["q": 1]) }
        #expect(search.head.method == .get)
        #expect(search.text == #"{"q":1}"#)
        let head = try await wire.sent { try await $0.bodies.checkValue() }
        #expect(head.head.method == .head)
        let found = await wire.violations { try await $0.bodies.removeValues(body: []) }
        #expect(found == ["body must hold at least 1 item"])
    }

    @Test func sendsABodyWithDelete() async throws {
        let all = try await wire.echo { client in
            try await client.bodies.removeValues(body: ["a"])
        }
        #expect(all.map(\.method) == ["DELETE"])
        #expect(all.map(\.body) == [Data(#"["a"]"#.utf8)])
    }

    @Test func saysThatFoundationSendsNoBodyWithGet() async throws {
        let all = try await wire.echo { client in
            let error = await #expect(throws: APIError.self) {
                try await client.bodies.searchValues(body: ["q": 1])
            }
            #expect(error?.description.contains("Foundation sends no body with GET") == true)
        }
        #expect(all.isEmpty)
    }

    @Test func readsOpenJSON() async throws {
        let client = wire.client(answering: .answer("[1]", "application/json"))
        #expect(try await client.bodies.searchValues() == [1])
    }
}
