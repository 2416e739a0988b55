import APIRuntime
import Formats
import Foundation
import Testing

@Suite struct FormatTests {
    /// The error of an answer in words, or `nil` if it was read.
    private func error(
        _ json: String, _ change: (inout CallOptions) -> Void = { _ in },
    ) async -> String? {
        do throws(APIError) {
            _ = try await received(json, change)
            return nil
        } catch {
            guard case .undecodable(let answer) = error else { return "\(error)" }
            return "\(answer.path): expected \(answer.expected), found \(answer.found)"
        }
    }

    /// Of a text that is not in its format, an optional property is `nil`; the rest of the answer is there.
    @Test func readsAroundMisfits() async throws {
        let record = try await received(
            #"""
            {"texts": {"at": "yesterday", "home": "no scheme here", "host": "h", "id": "", "on": "2024-02-30",
             "picture": "a", "until": ""}, "lists": {"days": ["2024-02-29", "?"], "bad": "?", "gaps": [null]}}
            """#)
        #expect(record.texts == Texts(host: "h"))
        #expect(record.lists == Lists(gaps: [nil]))
    }

    @Test func readsWhatServicesMean() async throws {
        let texts = try await received(
            #"""
            {"texts": {"at": "2024-02-29", "on": "2024-02-29T23:30:00-05:00", "until": "2024-02-29 12:00:00,5",
             "home": "https://example.com/ä", "picture": "aGk", "sound": "-_8", "key": "+/8="}}
            """#
        ).texts
        let midnight = Date(timeIntervalSince1970: 1_709_164_800)
        #expect(texts?.at == midnight)
        #expect(texts?.on == CalendarDate(year: 2024, month: 2, day: 29))
        #expect(texts?.until == midnight.addingTimeInterval(43200.5))
        #expect(texts?.home?.absoluteString == "https://example.com/%C3%A4")
        #expect(texts?.picture == Data("hi".utf8))
        #expect(texts?.sound == Data([0xFB, 0xFF]))
        #expect(texts?.key?.data == Data([0xFB, 0xFF]))
    }

    @Test(arguments: [
        (
            #"{"deadlines":{"at":"soon","home":null}}"#,
            #"$.deadlines.at: expected a date and time such as "2024-02-29T12:00:00Z", found "soon""#
        ),
        (
            #"{"deadlines":{"home":null}}"#,
            "$.deadlines.at: expected a value, since the member is required, found nothing"
        ),
        (
            #"{"texts":{"at":1}}"#,
            #"$.texts.at: expected a date and time such as "2024-02-29T12:00:00Z", found 1"#
        ),
        (#"{"texts":{"id":{}}}"#, "$.texts.id: expected a UUID, found an object"),
        (#"{"texts":{"on":5}}"#, "$.texts.on: expected a string, found 5"),
        (
            #"{"numbers":{"counter":-1}}"#,
            "$.numbers.counter: expected an integer between 0 and 18446744073709551615, found -1"
        ),
    ])
    func namesThePlace(json: String, words: String) async {
        #expect(await error(json) { $0.reading = .strict } == words)
    }

    @Test(arguments: [
        (#"{"texts":{"at":"2024-02-29T12:00:00"}}"#, "$.texts.at"),
        (#"{"texts":{"at":"2024-02-29"}}"#, "$.texts.at"),
        (#"{"texts":{"at":"2024-02-29T12:00:00+0000"}}"#, "$.texts.at"),
        (#"{"texts":{"home":""}}"#, "$.texts.home"),
        (#"{"texts":{"home":"https://example.com/ä"}}"#, "$.texts.home"),
        (#"{"texts":{"on":"2024-02-29T12:00:00Z"}}"#, "$.texts.on"),
        (#"{"texts":{"picture":"aGk"}}"#, "$.texts.picture"),
        (#"{"texts":{"picture":"-_8="}}"#, "$.texts.picture"),
        (#"{"texts":{"key":"+/8="}}"#, "$.texts.key"),
        (#"{"lists":{"x":"?"}}"#, "$.lists.x"),
    ])
    func isStrictWhereAsked(json: String, path: String) async {
        #expect(await error(json) { $0.reading = .strict }?.hasPrefix("\(path): expected ") == true)
        #expect(await error(json) == nil)
    }

    @Test(arguments: [
        #"{"texts":{"at":"2024-02-29t12:00:60.5-00:00","home":"/a?b#c","key":"-_8","on":"2024-02-29"}}"#,
        #"{"texts":{"at":"0001-01-01T00:00:00z","picture":"+/8=","token":"-_8="}}"#,
    ])
    func isStrictByTheLetter(json: String) async throws {
        #expect(await error(json) { $0.reading = .strict } == nil)
    }

    @Test func requiresWhatIsRequired() async throws {
        func address(_ json: String) async throws(APIError) -> Address {
            try await client(InMemoryTransport { _ in .json(json) }).records.findAddress()
        }
        let found = try await address(#"{"home":"urn:a","support":"","since":"-"}"#)
        #expect(found.home.absoluteString == "urn:a" && found.support == nil && found.since == nil)
        await #expect(throws: APIError.self) { try await address(#"{"home":""}"#) }
    }
}
