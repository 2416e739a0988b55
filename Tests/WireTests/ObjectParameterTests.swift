import APIRuntime
import Foundation
import ObjectParameters
import Testing

@Suite(.timeLimit(.minutes(1))) struct ObjectParameterTests {
    private let wire = Wire { ObjectParametersClient(server: $0, configuration: $1) }

    private let filter = Filter(name: "a b", tags: ["x", "y"], range: RangeModel(to: 2, from: 1))

    @Test func writesObjectsInEachPlace() async throws {
        let request = try await wire.sent {
            try await $0.places.find(
                id: "1", queryID: "2", filter: filter, flat: RangeModel(to: 2, from: 1), query: filter,
                words: ["ä", "b"], text: "{}", xRange: RangeModel(to: 2, from: 1), range: RangeModel(to: 2))
        }
        #expect(request.path == "/v1/find/1")
        #expect(
            request.query?.split(separator: "&").map(String.init) == [
                "id=2", "filter%5Bname%5D=a%20b", "filter%5Btags%5D%5B%5D=x", "filter%5Btags%5D%5B%5D=y",
                "filter%5Brange%5D%5Bto%5D=2", "filter%5Brange%5D%5Bfrom%5D=1", "to=2", "from=1",
                "query=%7B%22name%22%3A%22a%20b%22%2C%22range%22%3A%7B%22from%22%3A1%2C%22to%22%3A2%7D%2C"
                    + "%22tags%22%3A%5B%22x%22%2C%22y%22%5D%7D",
                "text=%7B%7D",
            ])
        #expect(request.head.headerFields[try #require(HTTPField.Name("words"))] == #"["ä","b"]"#)
        #expect(request.head.headerFields[try #require(HTTPField.Name("X-Range"))] == "to,2,from,1")
        #expect(request.head.headerFields[.cookie] == "range=to,2")
    }

    @Test func holdsMembersAgainstTheirLimits() async {
        let range = RangeModel(from: -1)
        let found = await wire.violations {
            try await $0.places.find(
                id: "1", filter: Filter(range: range), flat: range, query: Filter(range: range), words: [])
        }
        #expect(
            found == [
                "filter.range.from must be at least 0", "flat.from must be at least 0",
                "query.range.from must be at least 0",
            ])
    }

    @Test func writesObjectsInPaths() async throws {
        let range = RangeModel(to: 2, from: 1)
        let request = try await wire.sent {
            try await $0.places.shapes(plain: range, label: range, matrix: ["a/b", "c"])
        }
        #expect(request.path == "/v1/shapes/to,2,from,1/.to=2.from=1/;matrix=a%2Fb,c")
    }
}
