import APIRuntime
import FlyingFox
import Formats
import Foundation
import Loopback
import Testing

@Suite struct SourceTextTests {
    /// Whatever nobody has changed goes out as it came, to the last character.
    static let records = [
        #"{"texts":{"at":"2024-01-01T00:00:00.1234567Z"}}"#,
        #"{"texts":{"at":"2024-01-01T00:00:00.123456789Z","until":"9999-12-31T23:59:59.9999999Z"}}"#,
        #"{"texts":{"at":"2024-01-01T00:00:00Z","until":"2024-01-01T00:00:00.000Z"}}"#,
        #"{"texts":{"at":"2024-01-01T00:00:00+00:00","until":"2024-01-01t01:00:00.5+0100"}}"#,
        #"{"texts":{"at":"2016-12-31T23:59:60Z","until":"0001-01-01T00:00:00-00:00"}}"#,
        #"{"texts":{"at":"2024-01-01 00:00:00","on":"2024-02-29T12:00:00Z","until":"2024-02-29"}}"#,
        #"{"texts":{"at":"tomorrow","home":"","id":"","on":"","picture":"?","until":"never"}}"#,
        #"{"texts":{"home":"https://example.com/{id}","key":"a+_b"}}"#,
        #"{"texts":{"home":"https://example.com/ä?é","id":"6F9619FF-8B86-D011-B42D-00CF4FC964FF"}}"#,
        #"{"texts":{"key":"-_8","picture":"aGk","sound":"aGk=\r\naGk=","token":"+/8="}}"#,
        #"{"texts":{"key":"-_8=","picture":"aGk=","sound":"-_8=","token":"-_-_"}}"#,
        #"{"texts":{"digest":"6869","host":"a b","time":"12:00","updated":"2024-01-01"}}"#,
        #"{"texts":{"owner":"6F9619FF-8B86-D011-B42D-00CF4FC964FF"}}"#,
        #"{"texts":{"owner":""}}"#,
        #"{"texts":{"owner":1}}"#,
        #"{"texts":{"until":null}}"#,
        #"{"lists":{"days":["2024-02-29","2024-02-29T00:00:00Z"]}}"#,
        #"{"lists":{"grid":[["6F9619FF-8B86-D011-B42D-00CF4FC964FF"]]}}"#,
        #"{"lists":{"days":["2024-02-29","soon"],"gaps":[null,"2024-01-01T00:00:00Z"],"links":{"a":"","b":"x"}}}"#,
        #"{"lists":{"owners":["6F9619FF-8B86-D011-B42D-00CF4FC964FF","nobody",1,null]}}"#,
        #"{"lists":{"one":"6F9619FF-8B86-D011-B42D-00CF4FC964FF","two":"?"}}"#,
        #"{"deadlines":{"at":"2024-01-01T00:00:00.1234567+02:00","home":""}}"#,
        #"{"numbers":{"counter":18446744073709551615,"sequence":9223372036854775807,"whole":-9223372036854775808}}"#,
        #"{"numbers":{"amount":12345678901234567890.123456789,"exact":"1.10","rate":0.1000000000000000055}}"#,
        #"{"numbers":{"amount":0.1,"free":9007199254740993,"more":0.1000000000000000055,"most":1e400}}"#,
        "{\"names\":{\"e\u{301}\":\"two\",\"\u{e9}\":\"one\"}}",
        "{\"names\":{\"\u{e9}\":\"one\"}}",
    ]

    @Test(arguments: records)
    func keeps(_ json: String) async throws {
        let text = try await sent(try await received(json))
        #expect(text == json)
        #expect(text.utf8.elementsEqual(json.utf8))
    }

    @Test(.timeLimit(.minutes(1))) func keepsOverHTTP() async throws {
        let requests = try await withServer({ request in
            let isFirst = request.body == Data("{}".utf8)
            return FlyingFox.HTTPResponse(
                statusCode: .ok, body: isFirst ? Data(Self.records[0].utf8) : request.body)
        }) { server in
            let client = FormatsClient(server: APIServer(server))
            let record = try await client.records.exchangeRecord(body: Record())
            let again = try await client.records.exchangeRecord(body: record)
            #expect(again == record)
        }
        #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == ["{}", Self.records[0]])
    }

    @Test func tellsNamesApartThatLookTheSame() async throws {
        let names = try await received("{\"names\":{\"e\u{301}\":\"two\",\"\u{e9}\":\"one\"}}").names
        #expect(names == Names(composed: "one", decomposed: "two"))
        let other = try await received("{\"names\":{\"e\u{301}\":\"two\"}}").names
        #expect(other == Names(decomposed: "two"))
    }

    @Test func letsTheCallerHaveTheLastWord() async throws {
        var record = try await received(
            #"{"texts":{"at":"2024-01-01T00:00:00.1234567Z","home":"","id":"6F9619FF-8B86-D011-B42D-00CF4FC964FF"}}"#
        )
        record.texts?.at = Date(timeIntervalSince1970: 0)
        record.texts?.home = URL(string: "https://example.com")
        record.texts?.id = nil
        #expect(
            try await sent(record)
                == #"{"texts":{"at":"1970-01-01T00:00:00.000Z","home":"https://example.com"}}"#)
    }

    /// What a text stands for is as good as the text.
    @Test func keepsWhatIsSetToTheSame() async throws {
        let json = #"{"texts":{"at":"2024-01-01T00:00:00Z","until":"soon"}}"#
        var record = try await received(json)
        record.texts?.at = Date(timeIntervalSince1970: 1_704_067_200)
        #expect(try await sent(record) == json)
    }

    /// A member that may be null is left out if it is not set, and stays null if it came as null.
    @Test func keepsNull() async throws {
        let json = #"{"texts":{"until":null}}"#
        var record = try await received(json)
        #expect(record == Record(texts: Texts()))
        #expect(try await sent(record) == json)
        #expect(try await sent(Record(texts: Texts())) == #"{"texts":{}}"#)
        record.texts?.until = Date(timeIntervalSince1970: 0)
        #expect(try await sent(record) == #"{"texts":{"until":"1970-01-01T00:00:00.000Z"}}"#)
    }

    @Test func readsAChoiceThatIsNone() async throws {
        let texts = try await received(#"{"texts":{"owner":"nobody"}}"#).texts
        #expect(texts?.owner == .other("nobody"))
    }

    @Test func spellingIsNoPartOfAValue() async throws {
        let one = try await received(#"{"texts":{"id":"6F9619FF-8B86-D011-B42D-00CF4FC964FF"}}"#)
        let other = try await received(#"{"texts":{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}}"#)
        #expect(one == other && one.hashValue == other.hashValue)
        #expect(try await received(#"{"texts":{"home":""}}"#) == Record(texts: Texts()))
    }

    @Test func changesItemsOfLists() async throws {
        let id = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
        let capitals = id.uppercased()
        var record = try await received(#"{"lists":{"grid":[["\#(capitals)"]],"more":"\#(capitals)"}}"#)
        let uuid = try #require(UUID(uuidString: id))
        record.lists?.grid?.append([uuid])
        record.lists?.additionalProperties["less"] = uuid
        #expect(
            try await sent(record)
                == #"{"lists":{"grid":[["\#(id)"],["\#(id)"]],"less":"\#(id)","more":"\#(capitals)"}}"#)
    }
}
