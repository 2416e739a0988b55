import APIRuntime
import Formats
import Foundation
import Testing

/// What is read of answers that differ from the document, and what is told of it.
@Suite struct ReadingTests {
    /// The record that an answer is read as, its JSON as the client writes it, and where it differs from the document.
    private func read(
        _ json: String, _ reading: AnswerReading = .lenient,
    ) async throws(APIError) -> (record: Record, again: JSONValue, departures: [String]) {
        let (departures, continuation) = AsyncStream.makeStream(of: AnswerDeparture.self)
        var configuration = ClientConfiguration(transport: InMemoryTransport { _ in .json(json) })
        configuration.onDeparture = { continuation.yield($0) }
        configuration.options.reading = reading
        let client = FormatsClient(server: APIServer("https://example.com"), configuration: configuration)
        let record = try await client.records.exchangeRecord(body: Record())
        continuation.finish()
        let texts = await departures.reduce(into: []) { $0.append("\($1.path): \($1.expected), \($1.found)") }
        do {
            return (record, try client.decode(from: client.encode(record)), texts)
        } catch {
            preconditionFailure("A record that was read can be written: \(error)")
        }
    }

    private func value(_ json: String) throws -> JSONValue {
        try FormatsClient(server: APIServer("https://example.com")).decode(from: Data(json.utf8))
    }

    /// An answer, what is read of it, and what is told.
    struct Answer: Sendable {
        let json: String
        let record: Record
        var departures: [String] = []
    }

    static let answers = [
        Answer(
            json: #"{"numbers":{"sequence":"12","rate":"1.5","amount":"2.50"}}"#,
            record: Record(numbers: Numbers(sequence: 12, rate: 1.5, amount: 2.5)),
            departures: [
                "$.numbers.sequence: an integer, a string", "$.numbers.rate: a number, a string",
                "$.numbers.amount: a number, a string",
            ]),
        Answer(
            json: #"{"numbers":{"sequence":"a dozen","whole":2}}"#,
            record: Record(numbers: Numbers(whole: 2)),
            departures: ["$.numbers.sequence: an integer, a string"]),
        Answer(
            json: #"{"texts":{"host":12,"time":true,"digest":null,"home":""}}"#,
            record: Record(texts: Texts(host: "12", time: "true")),
            departures: [
                "$.texts.home: a URL, an empty string", "$.texts.host: a string, a number",
                "$.texts.time: a string, true",
            ]),
        Answer(
            json: #"{"lists":{"days":["2024-02-29",null],"links":{"a":[],"b":"https://example.com"},"x":5}}"#,
            record: Record(lists: Lists()),
            departures: [
                #"$.lists.days[1]: a string, null"#, "$.lists.links.a: a URL, an array",
                "$.lists.x: a UUID, a number",
            ]),
        Answer(
            json: #"{"deadlines":{"home":null},"texts":[]}"#, record: Record(),
            departures: [
                "$.deadlines.at: a value, since the member is required, nothing",
                "$.texts: an object, an array",
            ]),
    ]

    /// What differs costs no more than itself, is told, and goes out again as it came.
    @Test(arguments: answers) func readsAround(_ answer: Answer) async throws {
        let (record, again, departures) = try await read(answer.json)
        #expect(record == answer.record)
        #expect(try again == value(answer.json))
        #expect(Set(departures) == Set(answer.departures))
        #expect(departures.count == answer.departures.count)
    }

    @Test func tellsNothingOfWhatFits() async throws {
        let json = #"{"texts":{"at":"2024-02-29T12:00:00Z","until":null},"numbers":{"whole":2.0}}"#
        #expect(try await read(json).departures.isEmpty)
    }

    @Test func readsByTheLetter() async {
        for answer in Self.answers {
            let error = await #expect(throws: APIError.self) { _ = try await read(answer.json, .strict) }
            #expect(error?.description.contains("does not fit the document at $.") == true)
        }
    }

    /// Placeholders stand for what is required, are told, and are no part of what goes out.
    @Test func putsPlaceholders() async throws {
        let json = #"{"deadlines":{},"lists":{"days":["?"]}}"#
        let (record, again, departures) = try await read(json, .substituting)
        #expect(record.deadlines?.at.description == "0001-01-01 00:00:00 +0000")
        #expect(record.lists?.days?.map(\.description) == ["0001-01-01"])
        #expect(try again == value(json))
        #expect(departures.count == 3)
        let body = try await read("[5]", .substituting)
        #expect(body.record == Record())
        #expect(body.departures == ["$: an object, an array"])
    }

    /// A placeholder is no value to send.
    @Test func sendsNoPlaceholders() async throws {
        let record = try await received(#"{"deadlines":{}}"#) { $0.reading = .substituting }
        let error = await #expect(throws: APIError.self) { try await sent(record) }
        #expect(error?.description.contains("deadlines.at must be set") == true)
        var complete = record
        complete.deadlines?.at = Date(timeIntervalSince1970: 0)
        let text = try await sent(complete)
        #expect(text == #"{"deadlines":{"at":"1970-01-01T00:00:00.000Z","home":null}}"#)
    }

    /// What a closed object should not have is kept and told, and no request has it.
    @Test func keepsWhatIsNotAllowed() async throws {
        let json = #"{"seal":{"colour":{"r":1},"nothing":{"x":[null]},"number":7}}"#
        let (record, again, departures) = try await read(json)
        #expect(record == Record(seal: Seal(number: 7, nothing: .init())))
        #expect(try again == value(json))
        #expect(
            departures == [
                "$.seal.colour: no such member, an object", "$.seal.nothing.x: no such member, an array",
            ])
        #expect(try await sent(received(json)) == #"{"seal":{"nothing":{},"number":7}}"#)
        let error = await #expect(throws: APIError.self) { try await read(json, .strict) }
        #expect(error?.description.contains("$.seal.nothing.x: expected no such member") == true)
    }

    /// What was replaced is another value, and goes out as such.
    @Test func sendsWhatIsSetSince() async throws {
        var record = try await received(#"{"numbers":{"sequence":"12"},"texts":{"home":""}}"#)
        #expect(try await sent(record) == #"{"numbers":{"sequence":"12"},"texts":{"home":""}}"#)
        record.numbers?.sequence = 13
        record.texts?.home = URL(string: "https://example.com")
        #expect(
            try await sent(record)
                == #"{"numbers":{"sequence":13},"texts":{"home":"https://example.com"}}"#)
    }

    /// Many departures take a time that grows with their number alone.
    @Test(.timeLimit(.minutes(1))) func tellsManyDepartures() async throws {
        let names = (0..<20_000).map { #""n\#($0)":5"# }.joined(separator: ",")
        #expect(try await read(#"{"lists":{\#(names)}}"#).departures.count == 20_000)
    }
}
