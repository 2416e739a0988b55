import APIRuntime
import DiscriminatedUnions
import Foundation
import Testing

@Suite struct DiscriminatedUnionTests {
    private let exchange = Cases.discriminatedUnions

    @Test func tellsCasesByDiscriminator() async throws {
        let puppy = try await exchange.receive(#"{"pet":{"kind":"puppy","name":"Rex"}}"#)
        #expect(puppy.pet == .dog(Dog(name: "Rex", additionalProperties: ["kind": "puppy"])))
        let lost = try await exchange.receive(#"{"event":{"type":"thing.lost"}}"#)
        #expect(lost.event == .deleted(Event.Deleted(type: .thingLost)))
        let unknown = try await exchange.receive(#"{"pet":{"kind":"parrot"}}"#)
        #expect(unknown.pet == .other(["kind": "parrot"]))
        let car = try await exchange.receive(#"{"vehicle":{"wheels":3,"class":"car"}}"#)
        #expect(car.vehicle == .car(Car(wheels: 3)))
    }

    /// The tag that a value came with goes out again if it says the same; another one does not.
    @Test(arguments: [("puppy", "puppy"), ("dog", "dog"), ("cat", "dog"), ("hound", "dog")])
    func sendsTheTagOfTheCase(_ came: String, _ sent: String) async throws {
        let dog = Dog(name: "Rex", additionalProperties: ["kind": .string(came)])
        #expect(
            try await exchange.send(Thing(pet: .dog(dog))) == #"{"pet":{"kind":"\#(sent)","name":"Rex"}}"#)
    }

    @Test func sendsTheConstantThatTellsACase() async throws {
        let gear = Thing(part: .gear(Gear(teeth: [1])))
        #expect(try await exchange.send(gear) == #"{"part":{"code":2,"teeth":[1]}}"#)
    }

    /// What fits no alternative is told; what is absent, and meant, goes out again.
    @Test func tellsWhatFitsNoAlternative() async throws {
        let (departures, continuation) = AsyncStream.makeStream(of: String.self)
        var configuration = ClientConfiguration(
            transport: InMemoryTransport { _ in
                .json(#"{"pet":{"kind":"cat","lives":"nine"}}"#)
            })
        configuration.onDeparture = { continuation.yield("\($0.path): \($0.expected), \($0.found)") }
        let client = DiscriminatedUnionsClient(server: "https://example.com", configuration: configuration)
        _ = try await client.things.findThing()
        continuation.finish()
        #expect(
            await departures.reduce(into: []) { $0.append($1) } == [
                "$.pet.lives: an integer, a string"
            ])
    }

    /// A value of a known case that is wrong inside is kept as it came, or a mistake of the service with its place.
    @Test func reportsMistakesInsideKnownCases() async throws {
        let body = #"{"pet":{"kind":"cat","lives":"nine"}}"#
        #expect(try await exchange.receive(body).pet == .other(["kind": "cat", "lives": "nine"]))
        let error = await #expect(throws: APIError.self) {
            let client = exchange.client(InMemoryTransport { _ in .json(body) }).with { $0.reading = .strict }
            _ = try await client.things.findThing()
        }
        guard case .undecodable(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.path == "$.pet.lives")
    }
}
