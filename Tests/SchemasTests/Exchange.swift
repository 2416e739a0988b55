import AccessRules
import AllOf
import APIRuntime
import Conditions
import ConstantUnions
import DiscriminatedUnions
import DiscriminatorValues
import Enumerations
import Foundation
import Limits
import MemberUnions
import NestedUnions
import NullValues
import OpenObjects
import ReferredSchemas
import SharedUnions
import Testing
import TextUnions
import TupleLists
import TypedUnions
import TypesAndConstants

/// The client of a case, and how its samples are received and sent.
struct Exchange<Client: ServiceClient, Sample: Sendable>: Sendable {
    let make: @Sendable (APIServer<Client>, ClientConfiguration) -> Client
    let find: @Sendable (Client) async throws -> Sample
    let store: @Sendable (Client, Sample) async throws -> Void

    func client(_ transport: InMemoryTransport = InMemoryTransport()) -> Client {
        make("https://example.com", ClientConfiguration(transport: transport))
    }

    func receive(_ json: String) async throws -> Sample {
        try await find(client(InMemoryTransport { _ in .json(json) }))
    }

    func send(_ sample: Sample) async throws -> String {
        let transport = InMemoryTransport()
        try await store(client(transport), sample)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    /// The places and the rules that a sample breaks, which is not sent then.
    func violations(of sample: Sample) async -> [String] {
        do {
            _ = try await send(sample)
            return []
        } catch APIError.invalidRequest(let invalid) {
            return invalid.violations.map { "\($0.path) \($0.rule.rawValue)" }
        } catch {
            return ["\(error)"]
        }
    }
}

/// The cases by their clients.
enum Cases {
    static let references = Exchange(
        make: { ReferredSchemasClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let enumerations = Exchange(
        make: { EnumerationsClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let typesAndConstants = Exchange(
        make: { TypesAndConstantsClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let discriminatorValues = Exchange(
        make: { DiscriminatorValuesClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let allOf = Exchange(
        make: { AllOfClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let openObjects = Exchange(
        make: { OpenObjectsClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let conditions = Exchange(
        make: { ConditionsClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let tuples = Exchange(
        make: { TupleListsClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let nulls = Exchange(
        make: { NullValuesClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let limits = Exchange(
        make: { LimitsClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let access = Exchange(
        make: { AccessRulesClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })
    static let discriminatedUnions = Exchange(
        make: { DiscriminatedUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
    static let constantUnions = Exchange(
        make: { ConstantUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
    static let memberUnions = Exchange(
        make: { MemberUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
    static let typedUnions = Exchange(
        make: { TypedUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
    static let textUnions = Exchange(
        make: { TextUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
    static let nestedUnions = Exchange(
        make: { NestedUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
    static let sharedUnions = Exchange(
        make: { SharedUnionsClient(server: $0, configuration: $1) },
        find: { try await $0.things.findThing() }, store: { try await $0.things.storeThing(body: $1) })
}
