import APIRuntime
import Foundation
import Schemas
import Testing

/// Sends and receives what the generator makes of `GeneratorTests/Cases/schemas`.
@Suite struct SchemasTests {
    private func client(_ transport: InMemoryTransport) -> SchemasClient {
        SchemasClient(
            server: Server("https://example.com"), configuration: ClientConfiguration(transport: transport))
    }

    private func receive(_ json: String) async throws(APIError) -> Sample {
        try await client(InMemoryTransport { _ in .json(json) }).samples.findSample()
    }

    private func send(_ sample: Sample) async throws -> String {
        let transport = InMemoryTransport()
        try await client(transport).samples.storeSample(body: sample)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    private static let documents = [
        #"{"references":{"byAnchor":{"city":"Oslo"},"byID":{"amount":3,"change":1,"currency":"EUR","place":"bank"}}}"#,
        #"{"references":{"users":{"items":[{"name":"Ada"}],"next":"2"},"words":{"items":["a"]}}}"#,
        #"{"references":{"filter":{"any":[{"not":{}}]},"tree":{"children":[{"value":2}],"value":1}}}"#,
        #"{"references":{"namedTree":{"children":[{"children":[{"name":"c"}],"name":"b"}],"name":"a","value":1}}}"#,
        #"{"values":{"always":true,"channel":1,"level":-1,"mixed":"auto","priority":20,"ratio":0.5,"ratios":[1.5]}}"#,
        #"{"values":{"channel":99,"either":"auto","ids":"mine","level":7,"named":"other","text":0}}"#,
        #"{"values":{"either":2,"mixed":1}}"#,
        #"{"values":{"either":false,"mixed":true}}"#,
        #"{"types":{"anything":[{"a":1}],"filter":{"field":"f"},"id":"x","price":1.5,"stop":["a","b"],"when":7}}"#,
        #"{"types":{"filter":"text","id":12,"stop":null,"when":"2024-02-29T12:00:00.000Z"}}"#,
        #"{"types":{"id":{"neither":"nor"},"stop":"end"}}"#,
        #"{"constants":{"isConstant":true,"kind":"only","note":"n","nullable":null,"ratio":1.5,"type":"constants","version":2}}"#,
        #"{"constants":{"isConstant":false,"kind":"new","note":"n","nullable":"y","ratio":2,"type":"c","version":3}}"#,
        #"{"animal":{"lives":9,"species":"felis"}}"#,
        #"{"animal":{"name":"Rex","species":"canis"}}"#,
        #"{"parts":{"alias":{"name":"Ada"},"common":"b","date":"2024-02-29","fewer":"EUR","list":["a"],"text":"t","whole":1}}"#,
        #"{"parts":{"users":{"count":2,"data":[{"name":"Ada"}],"kind":"users","links":{"next":"n","self":"s"}}}}"#,
        #"{"parts":{"device":{"form":"Phone","number":"1","serial":"s"}}}"#,
        #"{"parts":{"device":{"form":"Watch","strap":"leather"}}}"#,
        #"{"parts":{"device":{"form":"Pager","serial":"s"}}}"#,
        #"{"first":{"first":"f","places":[{"x":1}],"state":"off"},"second":{"state":"on"}}"#,
        #"{"objects":{"both":{"n-1":1,"x":true},"extensions":{"x-a":"1"},"names":{"abc":1},"never":{"any":[1]}}}"#,
        #"{"objects":{"merged":{"age":1,"name":"Ada"},"open":{"age":1,"name":"Ada","rank":3}}}"#,
        #"{"objects":{"choice":"c","patterns":{"id":"1","n-a":1,"t-a":"x"}}}"#,
        #"{"payment":{"address":"a","card":"c","holder":"h","iban":"DE0000000000001","kind":"k"}}"#,
        #"{"tuples":{"entry":["a",{"name":"Ada"},true,false],"position":[10.5,59.9],"tags":["main"]}}"#,
        #"{"nulls":{"anyOf":null,"choice":null,"list":null,"member":null,"nested":null,"oneOf":null,"reference":null,"type":null,"typed":null}}"#,
        #"{"nulls":{"anyOf":{"name":"A"},"choice":"c","items":[1,null],"list":"a","member":1,"nested":true,"oneOf":{},"reference":{},"type":"t","typed":"b"}}"#,
        #"{"nulls":{}}"#,
        #"{"open":{"extra":null,"list":[null,1],"listed":null,"map":{"k":null},"may":null,"must":null,"texts":{"k":null}}}"#,
        #"{"open":{"must":[null]}}"#,
        #"{"limited":{"any":"a","both":"a:","count":3,"each":"a:","entries":{"a":1,"b":2},"inside":"a:","length":"abc"}}"#,
        #"{"limited":{"one":":","open":5,"orNull":null,"other":"a","referred":":","state":"on","words":["w"]}}"#,
        #"{"limited":{"open":"any text","orNull":"a:"}}"#,
        #"{"limited":{"big":1,"day":"2024-02-29","deep":"ab","few":{"b":"1"},"more":{"a":"long","b":"12"}}}"#,
        #"{"limited":{"choice":4,"owner":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","since":"2024-02-29T00:00:00Z","some":{"k":""}}}"#,
        #"{"members":{"dependent":{"alpha":1,"beta":2},"first":[1,"two",false],"needed":{"alpha":null},"nothing":[],"pair":[1]}}"#,
        #"{"members":{"empty":{"a":"b"},"named":{"beta":1},"null":null,"patterns":{"n_1":20},"whole":"ab"}}"#,
    ]

    /// Whatever is received goes out again as it came.
    @Test(arguments: documents)
    func keeps(_ json: String) async throws {
        let sample = try await receive(json)
        #expect(try await send(sample) == json)
    }

    /// Each of these is refused before it is sent, by the keyword that it breaks.
    @Test(arguments: [
        (#"{"limited":{"both":"a"}}"#, "pattern"), (#"{"limited":{"both":"x:"}}"#, "pattern"),
        (#"{"limited":{"one":"a"}}"#, "pattern"), (#"{"limited":{"orNull":"a"}}"#, "pattern"),
        (#"{"limited":{"referred":"a"}}"#, "pattern"), (#"{"limited":{"referred":"a:bc"}}"#, "maxLength"),
        (#"{"limited":{"length":"abcd"}}"#, "maxLength"), (#"{"limited":{"count":10}}"#, "maximum"),
        (#"{"limited":{"words":["a","b","c"]}}"#, "maxItems"),
        (#"{"limited":{"open":11}}"#, "maximum"), (#"{"limited":{"entries":{"a":1}}}"#, "required"),
        (#"{"limited":{"deep":"a"}}"#, "minLength"), (#"{"limited":{"some":{}}}"#, "minProperties"),
        (#"{"limited":{"few":{}}}"#, "minProperties"),
        (#"{"limited":{"few":{"a":"1","b":"2"}}}"#, "maxProperties"),
        (#"{"limited":{"since":"2023-02-28T00:00:00Z"}}"#, "pattern"),
        (#"{"limited":{"more":{"b":"123"}}}"#, "maxLength"),
        (#"{"members":{"needed":{"beta":1}}}"#, "required"),
        (#"{"members":{"dependent":{"alpha":1}}}"#, "dependentRequired"),
        (#"{"members":{"named":{"gamma":1}}}"#, "propertyNames"),
        (#"{"members":{"forbidden":{"beta":1}}}"#, "properties"),
        (#"{"members":{"nothing":[1]}}"#, "maxItems"), (#"{"members":{"whole":"abc"}}"#, "maxLength"),
        (#"{"members":{"patterns":{"n_1":21}}}"#, "maximum"),
        (#"{"members":{"patterns":{"x":1}}}"#, "propertyNames"),
    ])
    func refuses(_ json: String, _ rule: String) async throws {
        let sample = try await receive(json)
        let error = await #expect(throws: APIError.self) { try await send(sample) }
        guard case .invalidRequest(let failure)? = error else { return #expect(Bool(false), "\(json)") }
        #expect(failure.violations.map(\.rule.rawValue) == [rule])
    }

    @Test func showsNoPasswords() async throws {
        let sample = try await receive(#"{"limited":{"oldPassword":"s3cr3t","password":"s3cr3t"}}"#)
        #expect(sample.limited?.password == "s3cr3t")
        var dumped = ""
        dump(sample, to: &dumped)
        for text in ["\(sample)", String(reflecting: sample), dumped] {
            #expect(!text.contains("s3cr3t") && text.contains("[redacted]"), "\(text)")
        }
        #expect(try await send(sample) == #"{"limited":{"oldPassword":"s3cr3t","password":"s3cr3t"}}"#)
    }

    @Test func declaredPropertiesAreNoAdditionalOnes() async throws {
        let more = Limited.More(a: "1", additionalProperties: ["a": "2"])
        let error = await #expect(throws: APIError.self) {
            try await send(Sample(limited: Limited { $0.more = more }))
        }
        #expect(
            "\(error.map(String.init(describing:)) ?? "")".contains(
                "$.limited.more.a has a property of its own"))
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

    /// The documents whose objects hold anything.
    private static let openDocuments = documents.filter { document in
        !["objects", "limited", "members", "open"].contains { document.hasPrefix("{\"\($0)\"") }
    }

    @Test(arguments: openDocuments)
    func keepsWhatNobodyDeclared(_ json: String) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        let extended = String(decoding: try encoder.encode(Self.extended(value)), as: UTF8.self)
        #expect(try await send(try await receive(extended)) == extended)
    }

    @Test func valuesHaveNames() async throws {
        let values = Values(level: .valueMinus1, priority: .high, channel: .dm, either: 2)
        #expect(
            try await send(Sample(values: values))
                == #"{"values":{"channel":1,"either":2,"level":-1,"priority":20}}"#)
        #expect(Channel.guildText == 0)
    }

    /// What can only have one value is not asked for.
    /// A constant that an answer lacks is meant: a request says it, and what is kept goes without it.
    @Test func constantsAreMeantWhereTheyAreAbsent() async throws {
        let sample = try await receive(#"{"constants":{"note":"n"}}"#)
        #expect(sample.constants == Constants(note: "n"))
        let expected =
            #"{"constants":{"isConstant":true,"kind":"only","note":"n","nullable":null,"ratio":1.5,"type":"constants","version":2}}"#
        #expect(try await send(sample) == expected)
        let kept = try client(InMemoryTransport()).encode(sample)
        #expect(String(decoding: kept, as: UTF8.self) == #"{"constants":{"note":"n"}}"#)
    }

    @Test func constantsAreFilledIn() async throws {
        let constants = Constants(note: "n")
        let expected =
            #"{"constants":{"isConstant":true,"kind":"only","note":"n","nullable":null,"ratio":1.5,"type":"constants","version":2}}"#
        #expect(try await send(Sample(constants: constants)) == expected)
        let animal = Sample(animal: .felis(Cat(lives: 9)))
        #expect(try await send(animal) == #"{"animal":{"lives":9,"species":"felis"}}"#)
    }

    @Test func limitsAreThoseOfTheType() async throws {
        let types = Types(id: .integer(3))
        await #expect(throws: APIError.self) { try await send(Sample(types: types)) }
        #expect(try await send(Sample(types: Types(id: .string("3")))) == #"{"types":{"id":"3"}}"#)
    }

    @Test func partsRestrictTogether() async throws {
        let parts = Parts(text: "longer", device: .watch(Watch(strap: "s")))
        await #expect(throws: APIError.self) { try await send(Sample(parts: parts)) }
        let expected = #"{"parts":{"device":{"form":"Watch","strap":"s"}}}"#
        #expect(try await send(Sample(parts: Parts(device: .watch(Watch(strap: "s"))))) == expected)
    }

    /// The places and the rules that a body breaks.
    private func violations(of sample: Sample) async -> [String] {
        do {
            _ = try await send(sample)
            return []
        } catch let error as APIError {
            guard case .invalidRequest(let invalid) = error else { return ["\(error)"] }
            return invalid.violations.map { "\($0.path) \($0.rule.rawValue)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func membersRequireOthers() async {
        #expect(await violations(of: Sample(payment: Payment(kind: "k"))) == [])
        #expect(await violations(of: Sample(payment: Payment(kind: "k", card: "c", address: "a"))) == [])
        let payment = Payment(kind: "k", card: "c")
        #expect(await violations(of: Sample(payment: payment)) == ["$.payment.card dependentRequired"])
    }

    @Test func namesHaveLimits() async {
        let objects = Objects(extensions: ["y": "1"], names: ["long": 1])
        #expect(
            await violations(of: Sample(objects: objects)) == [
                "$.objects.extensions propertyNames", "$.objects.names propertyNames",
            ])
        #expect(
            await violations(of: Sample(objects: Objects(extensions: ["x-y": "1"], names: ["abc": 1]))) == [])
    }

    @Test func tuplesHaveALength() async {
        #expect(
            await violations(of: Sample(tuples: Tuples(position: [1, 2, 3]))) == [
                "$.tuples.position maxItems"
            ])
    }
}
