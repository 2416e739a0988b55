import APIRuntime
import Foundation
import Testing

@Suite struct DateTests {
    /// 2023-11-14T22:13:20Z is second 1 700 000 000.
    @Test(arguments: [
        ("2023-11-14T22:13:20Z", 0), ("2023-11-14t22:13:20z", 0), ("2023-11-14 22:13:20Z", 0),
        ("2023-11-14T22:13:20.5Z", 0.5), ("2023-11-14T22:13:20.12Z", 0.12),
        ("2023-11-14T22:13:20.123Z", 0.123),
        ("2023-11-14T22:13:20.1234Z", 0.1234), ("2023-11-14T22:13:20.12345Z", 0.12345),
        ("2023-11-14T22:13:20.123456Z", 0.123456), ("2023-11-14T22:13:20.1234567Z", 0.1234567),
        ("2023-11-14T22:13:20.12345678Z", 0.12345678), ("2023-11-14T22:13:20.123456789Z", 0.123456789),
        ("2023-11-14T22:13:20.123456789012345678901Z", 0.123456789012345678901),
        ("2023-11-15T03:43:20+05:30", 0), ("2023-11-15T03:43:20+0530", 0),
        ("2023-11-14T17:13:20.25-05:00", 0.25),
        ("2023-11-14T22:13:20-00:00", 0), ("2023-11-14T22:12:60Z", -20),
        ("2023-11-14T22:13:20", 0), ("2023-11-14T22:13:20,5Z", 0.5), ("2023-11-14 22:13:20.25", 0.25),
        ("2023-11-14", -80000),
    ])
    func reads(text: String, fraction: Double) async throws {
        let date = try await decoded(Date.self, from: "\"\(text)\"")
        let expected = Date(timeIntervalSince1970: 1_700_000_000 + fraction)
        #expect(abs(date.timeIntervalSince(expected)) < 0.000_000_3)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0.0), ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("0001-03-01T00:00:00Z", -62_130_499_200),
        ("1900-02-28T23:59:59Z", -2_203_891_201), ("1969-12-31T23:59:59Z", -1),
        ("2000-02-29T00:00:00Z", 951_782_400),
        ("2016-12-31T23:59:60Z", 1_483_228_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
        ("2024-01-01T00:30:00+01:00", 1_704_065_400),
    ])
    func readsAndWritesAnyYear(text: String, seconds: Double) async throws {
        let date = try await decoded(Date.self, from: "\"\(text)\"")
        #expect(date == Date(timeIntervalSince1970: seconds))
        let again = try await encoded(date)
        let read = try await decoded(Date.self, from: again)
        #expect(read == date)
    }

    @Test(arguments: [
        "", "2023-11-14T", "2023-11-14T22:13Z", "2023-02-29T00:00:00Z", "2023-02-29",
        "1900-02-29T00:00:00Z",
        "2023-13-01T00:00:00Z", "2023-00-01T00:00:00Z", "2023-04-31T00:00:00Z", "2023-01-00T00:00:00Z",
        "2023-11-14T24:00:00Z", "2023-11-14T22:60:00Z", "2023-11-14T22:13:61Z", "2023-11-14T22:13:20.Z",
        "2023-11-14T22:13:20,Z", "2023-11-14T22:13:20+24:00", "2023-11-14T22:13:20+01:60",
        "2023-11-14T22:13:20+1:00",
        "2023-11-14T22:13:20Z ", " 2023-11-14T22:13:20Z", "+2023-11-14T22:13:20Z", "23-11-14T22:13:20Z",
        "2023-1-14T22:13:20Z", "2023-11-14X22:13:20Z", "２０２３-11-14T22:13:20Z",
        "Tue, 14 Nov 2023 22:13:20 GMT",
    ])
    func refuses(text: String) async {
        let error = await failure { () throws(APIError) in try await decoded(Date.self, from: "\"\(text)\"") }
        guard case .undecodable(let undecodable) = error else {
            Issue.record("\(text) was read")
            return
        }
        #expect(undecodable.expected == "a date and time such as \"2024-02-29T12:00:00Z\"")
    }

    /// What RFC 3339 leaves out is an error where it is asked for.
    @Test(arguments: [
        "2023-11-14 22:13:20Z", "2023-11-14T22:13:20+0000", "2023-11-14T22:13:20", "2023-11-14T22:13:20,5Z",
        "2023-11-14",
    ])
    func refusesByTheLetter(text: String) async throws {
        _ = try await decoded([Date].self, from: "[\"\(text)\"]")
        let error = await failure { () throws(APIError) in
            try await decoded([Date].self, from: "[\"\(text)\"]", reading: .strict)
        }
        #expect(error?.description.contains("at $[0]: expected a date and time such as") == true)
    }

    @Test(arguments: [
        (Date(timeIntervalSince1970: 0), "1970-01-01T00:00:00.000Z"),
        (Date(timeIntervalSince1970: 1_700_000_000.123), "2023-11-14T22:13:20.123Z"),
        (Date(timeIntervalSince1970: 1_700_000_000.123456), "2023-11-14T22:13:20.123456Z"),
        (Date(timeIntervalSince1970: 1_700_000_000.999), "2023-11-14T22:13:20.999Z"),
        (Date(timeIntervalSince1970: -0.5), "1969-12-31T23:59:59.500Z"),
        (Date(timeIntervalSinceReferenceDate: 721_692_800 + 3 * 0x1p-23), "2023-11-14T22:13:20.000000358Z"),
    ])
    func writesThreeSixOrNineDecimals(date: Date, text: String) async throws {
        let written = try await encoded([date])
        #expect(written == "[\"\(text)\"]")
    }

    /// Instants all over two centuries, off any decimal grid: each text reads back as the same `Date`.
    @Test func writesWhatReadsBack() async throws {
        var generator = SystemRandomNumberGenerator()
        let dates = (0..<500).map { _ in
            Date(timeIntervalSince1970: Double.random(in: -3e9...3e9, using: &generator))
        }
        let again = try await decoded([Date].self, from: try await encoded(dates))
        let differences = zip(again, dates).filter { $0 != $1 }
        #expect(differences.map { "\($0)" } == [])
    }
}

@Suite struct CalendarDateTests {
    @Test(arguments: ["2024-02-29", "0000-01-01", "9999-12-31", "2000-02-29"])
    func readsAndWrites(text: String) async throws {
        let day = try await decoded(CalendarDate.self, from: "\"\(text)\"")
        #expect(day.description == text)
        let written = try await encoded(day)
        #expect(written == "\"\(text)\"")
    }

    @Test(arguments: ["2023-01-01T23:00:00-05:00", "2023-01-01 00:00:00", "2023-01-01T00:00:00"])
    func isTheDayThatIsWritten(text: String) async throws {
        #expect(
            try await decoded([CalendarDate].self, from: "[\"\(text)\"]").map(\.description) == ["2023-01-01"]
        )
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        "", "2023-02-29", "2023-1-01", "2023-01-01T", "2023-02-29T00:00:00Z", "2023/01/01", "20230101",
        "2023-01-32",
    ])
    func refuses(text: String) async {
        #expect(CalendarDate(text) == nil)
        let error = await failure { () throws(APIError) in
            try await decoded(CalendarDate.self, from: "\"\(text)\"")
        }
        #expect(error?.description.contains("expected a date such as \"2024-02-29\"") == true)
    }

    @Test func dependsOnTheTimeZone() throws {
        let instant = Date(timeIntervalSince1970: 1_700_000_000)
        let zone = try #require(TimeZone(secondsFromGMT: 2 * 3600))
        #expect(CalendarDate(instant, in: .gmt)?.description == "2023-11-14")
        #expect(CalendarDate(instant, in: zone)?.description == "2023-11-15")
        #expect(CalendarDate(Date(timeIntervalSince1970: -1), in: .gmt)?.description == "1969-12-31")
        #expect(CalendarDate(Date(timeIntervalSince1970: 1e13), in: .gmt) == nil)
    }

    @Test func sorts() throws {
        let days = ["2024-01-02", "2023-12-31", "2024-01-01"].compactMap(CalendarDate.init)
        #expect(days.sorted().map(\.description) == ["2023-12-31", "2024-01-01", "2024-01-02"])
    }
}
