import APIRuntime
import Foundation
import Testing

/// Whatever is received goes out again as it came, also what no document knows of.
@Suite struct RoundTripTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let json: String
        /// What goes out after a text came in.
        let returned: @Sendable (String) async throws -> String

        var testDescription: String { json }
    }

    @Test(arguments: rows)
    func keepsWhatComes(_ row: Row) async throws {
        #expect(try await row.returned(row.json) == row.json)
    }

    @Test(arguments: openRows)
    func keepsWhatNobodyDeclared(_ row: Row) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(row.json.utf8))
        let extended = String(decoding: try encoder.encode(Self.extended(value)), as: UTF8.self)
        #expect(try await row.returned(extended) == extended)
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

    /// The rows whose objects hold anything.
    private static let openRows = rows.filter { row in
        !["objects", "limited", "members", "open"].contains { row.json.hasPrefix("{\"\($0)\"") }
    }

    private static let rows = schemas + unions

    private static let schemas: [Row] = [
        Cases.references.rows([
            #"{"references":{"byAnchor":{"city":"Oslo"},"byID":{"amount":3,"change":1,"currency":"EUR","place":"bank"}}}"#,
            #"{"references":{"users":{"items":[{"name":"Ada"}],"next":"2"},"words":{"items":["a"]}}}"#,
            #"{"references":{"filter":{"any":[{"not":{}}]},"tree":{"children":[{"value":2}],"value":1}}}"#,
            #"{"references":{"namedTree":{"children":[{"children":[{"name":"c"}],"name":"b"}],"name":"a","value":1}}}"#,
        ]),
        Cases.enumerations.rows([
            #"{"values":{"always":true,"channel":1,"level":-1,"mixed":"auto","priority":20,"ratio":0.5,"ratios":[1.5]}}"#,
            #"{"values":{"channel":99,"either":"auto","ids":"mine","level":7,"named":"other","text":0}}"#,
            #"{"values":{"either":2,"mixed":1}}"#,
            #"{"values":{"either":false,"mixed":true}}"#,
        ]),
        Cases.typesAndConstants.rows([
            #"{"types":{"anything":[{"a":1}],"filter":{"field":"f"},"id":"x","price":1.5,"stop":["a","b"],"when":7}}"#,
            #"{"types":{"filter":"text","id":12,"stop":null,"when":"2024-02-29T12:00:00.000Z"}}"#,
            #"{"types":{"id":{"neither":"nor"},"stop":"end"}}"#,
            #"{"constants":{"isConstant":true,"kind":"only","note":"n","nullable":null,"ratio":1.5,"type":"constants","version":2}}"#,
            #"{"constants":{"isConstant":false,"kind":"new","note":"n","nullable":"y","ratio":2,"type":"c","version":3}}"#,
        ]),
        Cases.discriminatorValues.rows([
            #"{"animal":{"lives":9,"species":"felis"}}"#,
            #"{"animal":{"name":"Rex","species":"canis"}}"#,
        ]),
        Cases.allOf.rows([
            #"{"parts":{"alias":{"name":"Ada"},"common":"b","date":"2024-02-29","fewer":"EUR","list":["a"],"text":"t","whole":1}}"#,
            #"{"parts":{"users":{"count":2,"data":[{"name":"Ada"}],"kind":"users","links":{"next":"n","self":"s"}}}}"#,
            #"{"parts":{"device":{"form":"Phone","number":"1","serial":"s"}}}"#,
            #"{"parts":{"device":{"form":"Watch","strap":"leather"}}}"#,
            #"{"parts":{"device":{"form":"Pager","serial":"s"}}}"#,
            #"{"first":{"first":"f","places":[{"x":1}],"state":"off"},"second":{"state":"on"}}"#,
        ]),
        Cases.openObjects.rows([
            #"{"objects":{"both":{"n-1":1,"x":true},"extensions":{"x-a":"1"},"names":{"abc":1},"never":{"any":[1]}}}"#,
            #"{"objects":{"merged":{"age":1,"name":"Ada"},"open":{"age":1,"name":"Ada","rank":3}}}"#,
            #"{"objects":{"choice":"c","patterns":{"id":"1","n-a":1,"t-a":"x"}}}"#,
            #"{"members":{"dependent":{"alpha":1,"beta":2},"first":[1,"two",false],"needed":{"alpha":null},"nothing":[],"pair":[1]}}"#,
            #"{"members":{"empty":{"a":"b"},"named":{"beta":1},"null":null,"patterns":{"n_1":20},"whole":"ab"}}"#,
        ]),
        Cases.conditions.rows([
            #"{"payment":{"address":"a","card":"c","holder":"h","kind":"k"}}"#
        ]),
        Cases.tuples.rows([
            #"{"tuples":{"entry":["a",{"name":"Ada"},true,false],"position":[10.5,59.9],"tags":["main"]}}"#
        ]),
        Cases.nulls.rows([
            #"{"nulls":{"anyOf":null,"choice":null,"list":null,"member":null,"nested":null,"oneOf":null,"reference":null,"type":null,"typed":null}}"#,
            #"{"nulls":{"anyOf":{"name":"A"},"choice":"c","items":[1,null],"list":"a","member":1,"nested":true,"oneOf":{},"reference":{},"type":"t","typed":"b"}}"#,
            #"{"nulls":{}}"#,
            #"{"open":{"extra":null,"list":[null,1],"listed":null,"map":{"k":null},"may":null,"must":null,"texts":{"k":null}}}"#,
            #"{"open":{"must":[null]}}"#,
        ]),
        Cases.limits.rows([
            #"{"limited":{"any":"a","both":"a:","count":3,"each":"a:","entries":{"a":1,"b":2},"inside":"a:","length":"abc"}}"#,
            #"{"limited":{"one":":","open":5,"orNull":null,"other":"a","referred":":","state":"on","words":["w"]}}"#,
            #"{"limited":{"open":"any text","orNull":"a:"}}"#,
            #"{"limited":{"big":1,"day":"2024-02-29","deep":"ab","few":{"b":"1"},"more":{"a":"long","b":"12"}}}"#,
            #"{"limited":{"choice":4,"owner":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","since":"2024-02-29T00:00:00Z","some":{"k":""}}}"#,
        ]),
    ].flatMap { $0 }

    private static let unions: [Row] = [
        Cases.discriminatedUnions.rows([
            #"{"pet":{"kind":"cat","lives":9}}"#,
            #"{"pet":{"kind":"dog","name":"Rex"}}"#,
            #"{"pet":{"kind":"puppy","name":"Rex"}}"#,
            #"{"pet":{"isSalty":true,"kind":"Fish"}}"#,
            #"{"pet":{"kind":"parrot","words":["hello",{"loud":null}]}}"#,
            #"{"pet":"no object"}"#,
            #"{"event":{"at":"2024-02-29T12:00:00.000Z","type":"thing.created"}}"#,
            #"{"event":{"reason":"r","type":"thing.lost"}}"#,
            #"{"event":{"type":"thing.moved"}}"#,
            #"{"vehicle":{"class":"car","doors":4,"wheels":4}}"#,
            #"{"vehicle":{"class":"boat","wheels":0}}"#,
            #"{"part":{"code":2,"teeth":[12]}}"#,
            #"{"part":{"code":3,"teeth":[12]}}"#,
            #"{"part":{"code":"2"}}"#,
        ]),
        Cases.constantUnions.rows([
            #"{"shape":{"form":"circle","radius":1.5}}"#,
            #"{"flag":{"items":["a"],"ok":true}}"#,
            #"{"flag":{"error":"e","ok":false}}"#,
            #"{"flag":{"ok":"perhaps"}}"#,
            #"{"widget":{"kind":"note","text":"hi"}}"#,
            #"{"widget":{"flow":"f","kind":"funnel"}}"#,
            #"{"widget":{"kind":"funnel"}}"#,
            #"{"funding":{"number":"1"}}"#,
            #"{"funding":{"code":"c","number":"1"}}"#,
            #"{"funding":{"number":"1","object":"cheque"}}"#,
        ]),
        Cases.memberUnions.rows([
            #"{"owner":{"birthday":"2024-02-29","id":"1"}}"#,
            #"{"owner":{"id":"2","taxNumber":"t"}}"#,
            #"{"owner":{"id":"3"}}"#,
            #"{"owner":{"name":"nobody"}}"#,
            #"{"measure":{"value":1.5}}"#,
            #"{"measure":{"value":"long"}}"#,
            #"{"measure":[1,2.5]}"#,
            #"{"measure":["a","b"]}"#,
            #"{"measure":[true]}"#,
            #"{"label":{"text":"t"}}"#,
            #"{"label":{"text":"t","width":3}}"#,
            #"{"label":{"shade":[1],"tint":"red"}}"#,
        ]),
        Cases.typedUnions.rows([
            #"{"content":"text"}"#,
            #"{"content":[{"text":"t"}]}"#,
            #"{"content":{"form":"square","side":2}}"#,
            #"{"content":{"form":"line"}}"#,
            #"{"content":false}"#,
            #"{"content":7}"#,
            #"{"size":2}"#,
            #"{"note":null}"#,
            #"{"absent":null}"#,
            #"{"absent":4}"#,
            #"{"rows":[]}"#,
            #"{"rows":[{"leaves":1}]}"#,
            #"{"rows":["a"]}"#,
            #"{"rows":[1]}"#,
            #"{"rows":{"leaves":"many"}}"#,
            #"{"content":["t"]}"#,
        ]),
        Cases.textUnions.rows([
            #"{"stamp":"2024-02-29T12:00:00.000Z"}"#,
            #"{"stamp":"2024-02-29"}"#,
            #"{"stamp":"yesterday"}"#,
            #"{"model":"small-2"}"#,
            #"{"model":"mine"}"#,
            #"{"color":"dark-blue"}"#,
            #"{"reference":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}"#,
            #"{"reference":"no id"}"#,
            #"{"reference":1.5}"#,
            #"{"stamp":5}"#,
        ]),
        Cases.nestedUnions.rows([
            #"{"living":{"kind":"cat","lives":9}}"#,
            #"{"living":{"leaves":3}}"#,
            #"{"living":"moss"}"#,
            #"{"living":12}"#,
            #"{"maybe":null}"#,
            #"{"anything":{"kind":"cat","lives":9}}"#,
            #"{"anything":{"lives":"many"}}"#,
            #"{"anything":[1]}"#,
            #"{"source":{"nothing":1}}"#,
            #"{"source":{"else":1}}"#,
            #"{"source":2.5}"#,
            #"{"anything":null}"#,
        ]),
        Cases.sharedUnions.rows([
            #"{"message":{"id":"1","text":"t"}}"#,
            #"{"message":{"id":"1","source":"https://example.com/"}}"#,
            #"{"message":{"id":"1","video":[1]}}"#,
            #"{"account":{"iban":"DE","number":1}}"#,
        ]),
    ].flatMap { $0 }
}

extension Exchange {
    fileprivate func rows(_ documents: [String]) -> [RoundTripTests.Row] {
        documents.map { json in RoundTripTests.Row(json: json) { try await send(receive($0)) } }
    }
}
