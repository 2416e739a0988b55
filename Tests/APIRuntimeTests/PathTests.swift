@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct PathTests {
    @Test(arguments: [("a/b", "a%2Fb"), ("a?b#c", "a%3Fb%23c"), ("...", "..."), ("%2E", "%252E")])
    func isOneSegment(value: String, expected: String) async throws {
        let request = try await sent(.get, "/items/{id}/parts") { $0.path("id", value) }
        #expect(request.head.path == "/items/\(expected)/parts")
    }

    @Test(arguments: [
        ("", "id must not be empty"), (".", "id must not be a dot segment"),
        ("..", "id must not be a dot segment"),
    ])
    func refusesValuesThatLeadElsewhere(value: String, message: String) async {
        let found = await violations(.get, "/items/{id}") { $0.path("id", value) }
        #expect(found == [Violation(path: "id", rule: .encoding, message: message)])
    }

    @Test func refusesEmptyLists() async {
        let found = await violations(.get, "/items/{ids}") { $0.path("ids", [String]()) }
        #expect(found.map(\.message) == ["ids must not be empty"])
    }

    @Test(arguments: [(nil, "/items?kind=a%26b"), (3, "/items?kind=a%26b&page=3")])
    func keepsTheQueryOfAPath(page: Int?, expected: String) async throws {
        let request = try await sent(.get, "/items?kind={kind}") {
            $0.query("page", page)
            $0.path("kind", "a&b")
        }
        #expect(request.head.path == expected)
    }

    @Test func fillsSeveralPlaces() async throws {
        let request = try await sent(.get, "/a/{x}-{y}.json") {
            $0.path("y", 2)
            $0.path("x", "1")
        }
        #expect(request.head.path == "/a/1-2.json")
    }

    @Test func reportsPlacesWithoutValue() async {
        let found = await violations(.get, "/a/{x}/{y}") { $0.path("x", "1") }
        #expect(found.map(\.message) == ["y must be set, since it is part of the path"])
    }

    @Test func writesIdentifiersInLowerCase() async throws {
        let id = try #require(UUID(uuidString: "87B24961-B51E-4DB8-9226-F198F6518A89"))
        let request = try await sent(.get, "/items/{id}") { $0.path("id", id) }
        #expect(request.head.path == "/items/87b24961-b51e-4db8-9226-f198f6518a89")
    }

    /// The cells of the table of OpenAPI 3.1.1, section 4.8.12.4, for paths.
    @Test(arguments: [
        PathCell(.simple, false, "blue", "blue,black,brown", "B,150,G,200,R,100"),
        PathCell(.simple, true, "blue", "blue,black,brown", "B=150,G=200,R=100"),
        PathCell(.label, false, ".blue", ".blue,black,brown", ".B,150,G,200,R,100"),
        PathCell(.label, true, ".blue", ".blue.black.brown", ".B=150.G=200.R=100"),
        PathCell(.matrix, false, ";color=blue", ";color=blue,black,brown", ";color=B,150,G,200,R,100"),
        PathCell(.matrix, true, ";color=blue", ";color=blue;color=black;color=brown", ";B=150;G=200;R=100"),
    ])
    func followsTheStyle(cell: PathCell) async throws {
        let scalar = try await path("blue", cell)
        #expect(scalar == cell.scalar)
        let list = try await path(["blue", "black", "brown"], cell)
        #expect(list == cell.list)
        let object = try await path(["R": 100, "G": 200, "B": 150], cell)
        #expect(object == cell.object)
    }

    private func path(_ value: some ParameterValue, _ cell: PathCell) async throws -> String {
        let request = try await sent(.get, "/{color}") {
            $0.path("color", value, style: cell.style, explode: cell.explode)
        }
        return String(request.path.dropFirst())
    }
}

struct PathCell: Sendable {
    let style: PathStyle
    let explode: Bool
    let scalar: String
    let list: String
    let object: String

    init(_ style: PathStyle, _ explode: Bool, _ scalar: String, _ list: String, _ object: String) {
        self.style = style
        self.explode = explode
        self.scalar = scalar
        self.list = list
        self.object = object
    }
}
