@_spi(Generated) import APIRuntime
import Formats
import Foundation
import Testing

@Suite struct WritingTests {
    private let id = UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF") ?? UUID()
    private let text = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    private let bytes = Data([0xFB, 0xFF])

    @Test func writesEachFormatInOneForm() async throws {
        let texts = Texts(
            at: Date(timeIntervalSince1970: 0), id: id, picture: bytes, key: Base64URL(bytes),
            owner: .uuid(id))
        #expect(
            try await sent(Record(texts: texts))
                == #"{"texts":{"at":"1970-01-01T00:00:00.000Z","id":"\#(text)","key":"-_8=","owner":"\#(text)","#
                + #""picture":"+/8="}}"#)
        let lists = Lists(grid: [[id], []], additionalProperties: ["more": id])
        #expect(
            try await sent(Record(lists: lists)) == #"{"lists":{"grid":[["\#(text)"],[]],"more":"\#(text)"}}"#
        )
    }

    @Test func writesParametersAndForms() async throws {
        let transport = InMemoryTransport()
        let records = client(transport).records
        try await records.findRecords(
            filter: Filter(id: id, ids: [id]), key: Base64URL(bytes), above: .max,
            price: Decimal(string: "0.10"), ids: [id])
        try await records.searchRecords(body: Filter(id: id, ids: [id]))
        #expect(
            transport.requests[0].query
                == "filter%5Bid%5D=\(text)&filter%5Bids%5D%5B%5D=\(text)&key=-_8%3D"
                + "&above=18446744073709551615&price=0.1&ids=%5B%22\(text)%22%5D")
        #expect(transport.requests[1].body == Data("id=\(text)&ids=\(text)".utf8))
    }

    /// What the caller sets has the decimals of the service, what came keeps its own.
    @Test func keepsDecimalsOfWhatCame() async throws {
        let json = #"{"texts":{"at":"2024-01-01T00:00:00.1234567Z","updated":"2024-01-01T00:00:00.5Z"}}"#
        let record = try await received(json)
        var changed = record
        changed.texts?.at = Date(timeIntervalSince1970: 0.123456)
        let transport = InMemoryTransport()
        for record in [record, changed] {
            var request = Request(.post, "/records", operation: "o", dateDecimals: 3)
            request.body(record)
            try await client(transport).api.send(request)
        }
        let bodies = transport.requests.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }
        let other = #"{"texts":{"at":"1970-01-01T00:00:00.123Z","updated":"2024-01-01T00:00:00.5Z"}}"#
        #expect(bodies == [json, other])
    }

    /// The limits that a body breaks.
    private func broken(_ limits: Limits) async -> [String] {
        do {
            _ = try await sent(Record(limits: limits))
            return []
        } catch APIError.invalidRequest(let invalid) {
            return invalid.violations.map(\.message)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func limitsAreExact() async {
        let kept = Limits(
            least: 9_007_199_254_740_993, most: .max - 1, step: 0.3, price: Decimal(string: "0.07"))
        #expect(await broken(kept) == [])
        let broken = Limits(
            least: 9_007_199_254_740_992, most: .max, step: 0.35,
            price: Decimal(string: "99999999999999999.995"))
        #expect(
            await self.broken(broken) == [
                "$.limits.least must be at least 9007199254740993",
                "$.limits.most must be at most 18446744073709551614",
                "$.limits.step must be a multiple of 0.1",
                "$.limits.price must be at most 99999999999999999.99",
                "$.limits.price must be a multiple of 0.01",
            ])
    }
}
