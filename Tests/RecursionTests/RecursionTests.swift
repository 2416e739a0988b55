import APIRuntime
import Foundation
import Recursion
import Testing

/// Sends and receives what the generator makes of `GeneratorTests/Cases/recursion`.
@Suite struct RecursionTests {
    private func client(_ transport: InMemoryTransport) -> RecursionClient {
        RecursionClient(
            server: APIServer("https://example.com"), configuration: ClientConfiguration(transport: transport)
        )
    }

    private func receive(_ json: String) async throws(APIError) -> Tree {
        try await client(InMemoryTransport { _ in .json(json) }).trees.findTree()
    }

    private func send(_ tree: Tree) async throws -> String {
        let transport = InMemoryTransport()
        try await client(transport).trees.storeTree(body: tree)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    private static let documents = [
        #"{"branches":[{"branches":[{}]}]}"#,
        #"{"byName":{"a":{"byName":{}}}}"#,
        #"{"folder":{"link":null,"name":"c","parent":{"name":"b","parent":{"name":"a"}}}}"#,
        #"{"folder":{"name":"c","origin":{"name":"b"}}}"#,
        #"{"chicken":{"egg":{"chicken":{"egg":{"size":1}},"size":2}}}"#,
        #"{"derived":{"inner":{"label":"b"},"label":"a"}}"#,
        #"{"hub":{"rim":{"hub":{},"spoke":{"hub":{"rim":{}}},"tyre":{"hub":{}}}}}"#,
        #"{"expression":{"negated":{"negated":{"value":1.5}}}}"#,
        #"{"json":[{"a":[1,"b",true]},[]]}"#,
    ]

    @Test(arguments: documents)
    func keepsWhatComes(_ json: String) async throws {
        #expect(try await send(try await receive(json)) == json)
    }

    /// The same JSON with one more member in every object, which no document declares.
    private static func extended(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            var extended = members.mapValues { Self.extended($0) }
            extended["undeclared"] = ["list": [nil, 1.5]]
            return .object(extended)
        case .array(let elements): return .array(elements.map { extended($0) })
        case .null, .bool, .number, .string: return value
        }
    }

    @Test(arguments: documents)
    func keepsWhatNobodyDeclared(_ json: String) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        let extended = String(decoding: try encoder.encode(Self.extended(value)), as: UTF8.self)
        #expect(try await send(try await receive(extended)) == extended)
    }

    @Test func copiesAsAValue() async throws {
        let folder = Folder(name: "b", parent: Folder(name: "a"), link: .value(Folder(name: "l")))
        var copy = folder
        copy.parent?.name = "changed"
        #expect(folder.parent?.name == "a")
        #expect(copy.parent?.name == "changed")
        #expect(folder != copy)
        copy.parent?.name = "a"
        #expect(Set([folder, copy]).count == 1)
    }

    @Test func receivesWhatIsNeverSent() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"id":"1","next":{"id":"2"}}"#) }
        let received = try await client(transport).trees.findReceived()
        #expect(received.next == Received(id: "2"))
    }
}
