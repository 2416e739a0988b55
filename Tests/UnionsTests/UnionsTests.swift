import APIRuntime
import Foundation
import Testing
import Unions

/// Sends and receives what the generator makes of `GeneratorTests/Cases/unions`.
@Suite struct UnionsTests {
    private func client(_ transport: InMemoryTransport) -> UnionsClient {
        UnionsClient(
            server: Server("https://example.com"), configuration: ClientConfiguration(transport: transport))
    }

    private func receive(_ json: String) async throws(APIError) -> Thing {
        try await client(InMemoryTransport { _ in .json(json) }).things.findThing()
    }

    private func send(_ thing: Thing) async throws -> String {
        let transport = InMemoryTransport()
        try await client(transport).things.storeThing(body: thing)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    private func query(id: FindThingID?, model: Model? = nil) async throws -> String? {
        let transport = InMemoryTransport { _ in .json("{}") }
        _ = try await client(transport).things.findThing(id: id, model: model)
        return transport.requests.first?.head.path
    }

    private static let documents = [
        #"{"pet":{"kind":"cat","lives":9}}"#,
        #"{"pet":{"kind":"dog","name":"Rex"}}"#,
        #"{"pet":{"kind":"puppy","name":"Rex"}}"#,
        #"{"pet":{"isSalty":true,"kind":"Fish"}}"#,
        #"{"pet":{"kind":"parrot","words":["hello",{"loud":null}]}}"#,
        #"{"pet":"no object"}"#,
        #"{"event":{"at":"2024-02-29T12:00:00.000Z","type":"thing.created"}}"#,
        #"{"event":{"reason":"r","type":"thing.lost"}}"#,
        #"{"event":{"type":"thing.moved"}}"#,
        #"{"shape":{"form":"circle","radius":1.5}}"#,
        #"{"flag":{"items":["a"],"ok":true}}"#,
        #"{"flag":{"error":"e","ok":false}}"#,
        #"{"flag":{"ok":"perhaps"}}"#,
        #"{"content":"text"}"#,
        #"{"content":[{"text":"t"}]}"#,
        #"{"content":{"form":"square","side":2}}"#,
        #"{"content":{"form":"line"}}"#,
        #"{"content":false}"#,
        #"{"content":7}"#,
        #"{"owner":{"birthday":"2024-02-29","id":"1"}}"#,
        #"{"owner":{"id":"2","taxNumber":"t"}}"#,
        #"{"owner":{"id":"3"}}"#,
        #"{"owner":{"name":"nobody"}}"#,
        #"{"measure":{"value":1.5}}"#,
        #"{"measure":{"value":"long"}}"#,
        #"{"measure":[1,2.5]}"#,
        #"{"measure":["a","b"]}"#,
        #"{"measure":[true]}"#,
        #"{"message":{"id":"1","text":"t"}}"#,
        #"{"message":{"id":"1","source":"https://example.com/"}}"#,
        #"{"message":{"id":"1","video":[1]}}"#,
        #"{"account":{"iban":"DE","number":1}}"#,
        #"{"vehicle":{"class":"car","doors":4,"wheels":4}}"#,
        #"{"vehicle":{"class":"boat","wheels":0}}"#,
        #"{"living":{"kind":"cat","lives":9}}"#,
        #"{"living":{"leaves":3}}"#,
        #"{"living":"moss"}"#,
        #"{"living":12}"#,
        #"{"stamp":"2024-02-29T12:00:00.000Z"}"#,
        #"{"stamp":"2024-02-29"}"#,
        #"{"stamp":"yesterday"}"#,
        #"{"model":"small-2"}"#,
        #"{"model":"mine"}"#,
        #"{"size":2}"#,
        #"{"note":null}"#,
        #"{"maybe":null}"#,
        #"{"absent":null}"#,
        #"{"absent":4}"#,
        #"{"anything":{"kind":"cat","lives":9}}"#,
        #"{"anything":{"lives":"many"}}"#,
        #"{"anything":[1]}"#,
        #"{"color":"dark-blue"}"#,
        #"{"label":{"text":"t"}}"#,
        #"{"label":{"text":"t","width":3}}"#,
        #"{"label":{"shade":[1],"tint":"red"}}"#,
        #"{"part":{"code":2,"teeth":[12]}}"#,
        #"{"part":{"code":3,"teeth":[12]}}"#,
        #"{"part":{"code":"2"}}"#,
        #"{"widget":{"kind":"note","text":"hi"}}"#,
        #"{"widget":{"flow":"f","kind":"funnel"}}"#,
        #"{"widget":{"kind":"funnel"}}"#,
        #"{"funding":{"number":"1"}}"#,
        #"{"funding":{"code":"c","number":"1"}}"#,
        #"{"funding":{"number":"1","object":"cheque"}}"#,
        #"{"reference":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}"#,
        #"{"reference":"no id"}"#,
        #"{"reference":1.5}"#,
        #"{"rows":[]}"#,
        #"{"rows":[{"leaves":1}]}"#,
        #"{"rows":["a"]}"#,
        #"{"rows":[1]}"#,
        #"{"rows":{"leaves":"many"}}"#,
        #"{"source":{"nothing":1}}"#,
        #"{"source":{"else":1}}"#,
        #"{"source":2.5}"#,
        #"{"content":["t"]}"#,
        #"{"stamp":5}"#,
        #"{"anything":null}"#,
    ]

    /// Whatever is received goes out again as it came, also what no document knows of.
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

    @Test func tellsCasesByDiscriminator() async throws {
        let puppy = try await receive(#"{"pet":{"kind":"puppy","name":"Rex"}}"#)
        #expect(puppy.pet == .dog(Dog(name: "Rex", additionalProperties: ["kind": "puppy"])))
        let lost = try await receive(#"{"event":{"type":"thing.lost"}}"#)
        #expect(lost.event == .deleted(Event.Deleted(type: .thingLost)))
        let unknown = try await receive(#"{"pet":{"kind":"parrot"}}"#)
        #expect(unknown.pet == .other(["kind": "parrot"]))
        let car = try await receive(#"{"vehicle":{"wheels":3,"class":"car"}}"#)
        #expect(car.vehicle == .car(Car(wheels: 3)))
    }

    @Test func tellsCasesByWhatTheyHold() async throws {
        let failed = try await receive(#"{"flag":{"ok":false,"error":"e"}}"#)
        #expect(failed.flag == .error(Flag.ErrorModel(error: "e")))
        let person = try await receive(#"{"owner":{"id":"1","birthday":"2024-02-29"}}"#)
        guard case .person? = person.owner else { return #expect(Bool(false), "\(person)") }
        let labels = try await receive(#"{"measure":["a"]}"#)
        #expect(labels.measure == .labels(["a"]))
        let nested = try await receive(#"{"living":{"kind":"cat","lives":1}}"#)
        #expect(nested.living == .pet(.cat(Cat(lives: 1))))
    }

    /// The alternative that knows most of what is there; of equal ones, the first.
    @Test(arguments: [
        (#"{"text":"t"}"#, Label.mark(Mark(text: "t"))),
        (#"{"text":"t","width":3}"#, .sizedMark(SizedMark(text: "t", width: 3))),
        (#"{"tint":"red","text":5}"#, .paint(Paint(tint: "red", additionalProperties: ["text": 5]))),
        (#"[1]"#, .other([1])),
    ])
    func choosesWhatNamesMost(_ json: String, _ label: Label) async throws {
        #expect(try await receive(#"{"label":\#(json)}"#).label == label)
    }

    /// The tag that a value came with goes out again if it says the same; another one does not.
    @Test(arguments: [("puppy", "puppy"), ("dog", "dog"), ("cat", "dog"), ("hound", "dog")])
    func sendsTheTagOfTheCase(_ came: String, _ sent: String) async throws {
        let dog = Dog(name: "Rex", additionalProperties: ["kind": .string(came)])
        #expect(try await send(Thing { $0.pet = .dog(dog) }) == #"{"pet":{"kind":"\#(sent)","name":"Rex"}}"#)
    }

    @Test func sendsTheConstantThatTellsACase() async throws {
        let gear = Thing { $0.part = .gear(Gear(teeth: [1])) }
        #expect(try await send(gear) == #"{"part":{"code":2,"teeth":[1]}}"#)
        let note = Thing { $0.funding = .note(Funding.Note(number: "1")) }
        #expect(try await send(note) == #"{"funding":{"number":"1","object":"note"}}"#)
    }

    @Test func tellsCasesWhoseConstantIsSharedOrMissing() async throws {
        let note = try await receive(#"{"widget":{"kind":"note","text":"hi"}}"#)
        #expect(note.widget == .note(Widget.Note(text: "hi")))
        let flow = try await receive(#"{"widget":{"kind":"funnel","flow":"f"}}"#)
        #expect(flow.widget == .flow(Widget.Flow(flow: "f")))
        let wide = try await receive(#"{"widget":{"kind":"wide","layout":"list"}}"#)
        #expect(wide.widget == .wide(Widget.Wide(layout: "list")))
        let coin = try await receive(#"{"funding":{"number":"1"}}"#)
        var untoldCoin = Funding.Coin(number: "1")
        untoldCoin.object = nil
        #expect(coin.funding == .coin(untoldCoin))
        #expect(coin.funding?.number == "1")
        let paper = try await receive(#"{"funding":{"number":"1","code":"c"}}"#)
        var untoldNote = Funding.Note(number: "1", code: "c")
        untoldNote.object = nil
        #expect(paper.funding == .note(untoldNote))
    }

    @Test func literalsStandForTheCaseThatTakesThem() {
        let thing = Thing { $0.content = "text" }
        #expect(thing.content == .string("text"))
    }

    @Test func keepsWhatFitsNoCase() async throws {
        #expect(try await receive(#"{"reference":"no id"}"#).reference == .other("no id"))
        #expect(try await receive(#"{"rows":[1]}"#).rows == .other([1]))
        #expect(try await receive(#"{"source":{"else":1}}"#).source == .other(["else": 1]))
        #expect(
            try await receive(#"{"source":{"nothing":1}}"#).source
                == .nothingOrNumber(.nothing(.init(nothing: 1))))
        #expect(try await receive(#"{"stamp":5}"#).stamp == .other(5))
    }

    /// What fits no alternative is told; what is absent, and meant, goes out again.
    @Test func tellsWhatFitsNoAlternative() async throws {
        let (departures, continuation) = AsyncStream.makeStream(of: String.self)
        var configuration = ClientConfiguration(
            transport: InMemoryTransport { _ in
                .json(#"{"pet":{"kind":"cat","lives":"nine"},"source":{"else":1}}"#)
            })
        configuration.onDeparture = { continuation.yield("\($0.path): \($0.expected), \($0.found)") }
        let client = UnionsClient(server: "https://example.com", configuration: configuration)
        _ = try await client.things.findThing()
        continuation.finish()
        #expect(
            await departures.reduce(into: []) { $0.append($1) } == [
                "$.pet.lives: an integer, a string", "$.source: one of the alternatives, an object",
            ])
    }

    /// A value of a known case that is wrong inside is kept as it came, or a mistake of the service with its place.
    @Test func reportsMistakesInsideKnownCases() async throws {
        let body = #"{"pet":{"kind":"cat","lives":"nine"}}"#
        #expect(try await receive(body).pet == .other(["kind": "cat", "lives": "nine"]))
        let error = await #expect(throws: APIError.self) {
            let client = client(InMemoryTransport { _ in .json(body) }).with { $0.reading = .strict }
            _ = try await client.things.findThing()
        }
        guard case .undecodable(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.path == "$.pet.lives")
    }

    @Test func sharesAnObjectWithProperties() async throws {
        var message = try #require(try await receive(#"{"message":{"id":"1","text":"t"}}"#).message)
        message.id = "2"
        #expect(message.alternative == .text(Message.AlternativeText(text: "t")))
        #expect(try await send(Thing { $0.message = message }) == #"{"message":{"id":"2","text":"t"}}"#)
    }

    @Test func checksLimitsOfCases() async throws {
        let error = await #expect(throws: APIError.self) {
            try await send(Thing { $0.content = .string("") })
        }
        guard case .invalidRequest(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.violations.map(\.path) == ["$.content"])
    }

    @Test func writesParameters() async throws {
        #expect(try await query(id: .integer(7)) == "/things?id=7")
        #expect(try await query(id: .string("a b")) == "/things?id=a%20b")
        #expect(try await query(id: .booleanArray([true, false])) == "/things?id=true&id=false")
        #expect(try await query(id: .other(["x": 1]), model: "mine") == "/things?x=1&model=mine")
    }
}
