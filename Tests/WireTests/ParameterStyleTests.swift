import APIRuntime
import Foundation
import ParameterStyles
import Testing

/// Every cell of the table of styles (OpenAPI 3.1.1, section 4.8.12.4) through a client: `to` is 2 and `from` 1, the
/// list is `a/b` and `c`, and the text `a/b`.
@Suite(.timeLimit(.minutes(1))) struct ParameterStyleTests {
    private let wire = Wire { ParameterStylesClient(server: $0, configuration: $1) }

    private static let paths = [
        "objects/to,2,from,1/to=2,from=1/.to,2,from,1/.to=2.from=1/;matrix=to,2,from,1/;to=2;from=1",
        "lists/a%2Fb,c/a%2Fb,c/.a%2Fb,c/.a%2Fb.c/;matrix=a%2Fb,c/;matrixExploded=a%2Fb;matrixExploded=c",
        "texts/a%2Fb/a%2Fb/.a%2Fb/.a%2Fb/;matrix=a%2Fb/;matrixExploded=a%2Fb",
    ]

    private static let queries = [
        [
            "form=to,2,from,1", "to=2", "from=1", "spaceDelimited=to%202%20from%201", "to=2", "from=1",
            "pipeDelimited=to%7C2%7Cfrom%7C1", "to=2", "from=1", "deepObjectExploded%5Bto%5D=2",
            "deepObjectExploded%5Bfrom%5D=1",
        ],
        [
            "form=a%2Fb,c", "formExploded=a%2Fb", "formExploded=c", "spaceDelimited=a%2Fb%20c",
            "spaceDelimitedExploded=a%2Fb", "spaceDelimitedExploded=c", "pipeDelimited=a%2Fb%7Cc",
            "pipeDelimitedExploded=a%2Fb", "pipeDelimitedExploded=c", "deepObjectExploded%5B%5D=a%2Fb",
            "deepObjectExploded%5B%5D=c",
        ],
        [
            "form=a%2Fb", "formExploded=a%2Fb", "spaceDelimited=a%2Fb", "spaceDelimitedExploded=a%2Fb",
            "pipeDelimited=a%2Fb", "pipeDelimitedExploded=a%2Fb", "deepObjectExploded=a%2Fb",
        ],
    ]

    private static let headers = [["to,2,from,1", "to=2,from=1"], ["a/b,c", "a/b,c"], ["a/b", "a/b"]]

    private static let cookies = [
        "cookie=to,2,from,1; to=2; from=1", "cookie=a%2Fb,c; cookieExploded=a%2Fb; cookieExploded=c",
        "cookie=a%2Fb; cookieExploded=a%2Fb",
    ]

    @Test(arguments: 0..<3)
    func writes(kind: Int) async throws {
        let request = try await wire.sent { try await Self.calls[kind]($0.places) }
        #expect(request.path == "/v1/cells/" + Self.paths[kind])
        #expect(request.query?.split(separator: "&").map(String.init) == Self.queries[kind])
        let names = try ["X-Header", "X-Header-Exploded"].map { try #require(HTTPField.Name($0)) }
        #expect(names.map { request.head.headerFields[$0] } == Self.headers[kind])
        #expect(request.head.headerFields[.cookie] == Self.cookies[kind])
    }

    private static let calls: [@Sendable (PlacesAPI) async throws -> Void] = [
        { places in
            let range = RangeModel(to: 2, from: 1)
            try await places.writeObjects(
                simple: range, simpleExploded: range, label: range, labelExploded: range, matrix: range,
                matrixExploded: range, form: range, formExploded: range, spaceDelimited: range,
                spaceDelimitedExploded: range, pipeDelimited: range, pipeDelimitedExploded: range,
                deepObjectExploded: range, xHeader: range, xHeaderExploded: range, cookie: range,
                cookieExploded: range)
        },
        { places in
            let list = ["a/b", "c"]
            try await places.writeLists(
                simple: list, simpleExploded: list, label: list, labelExploded: list, matrix: list,
                matrixExploded: list, form: list, formExploded: list, spaceDelimited: list,
                spaceDelimitedExploded: list, pipeDelimited: list, pipeDelimitedExploded: list,
                deepObjectExploded: list, xHeader: list, xHeaderExploded: list, cookie: list,
                cookieExploded: list)
        },
        { places in
            let text = "a/b"
            try await places.writeTexts(
                simple: text, simpleExploded: text, label: text, labelExploded: text, matrix: text,
                matrixExploded: text, form: text, formExploded: text, spaceDelimited: text,
                spaceDelimitedExploded: text, pipeDelimited: text, pipeDelimitedExploded: text,
                deepObjectExploded: text, xHeader: text, xHeaderExploded: text, cookie: text,
                cookieExploded: text)
        },
    ]
}
