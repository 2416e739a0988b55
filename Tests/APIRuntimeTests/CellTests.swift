@_spi(Generated) import APIRuntime
import Testing

/// Every cell of the table of styles (OpenAPI 3.1.1, section 4.8.12.4), for a scalar, a list and an object. What the
/// table leaves open is written as its neighbours are.
@Suite struct CellTests {
    @Test(arguments: Cell.all)
    func writes(cell: Cell) async throws {
        let scalar = try await cell.written("blue")
        #expect(scalar == cell.scalar)
        let list = try await cell.written(["blue", "black", "brown"])
        #expect(list == cell.list)
        let object = try await cell.written(RGB(red: 100, green: 200, blue: 150))
        #expect(object == cell.object)
    }

    @Test(arguments: Cell.all)
    func leavesOutWhatIsAbsent(cell: Cell) async throws {
        let object = try await cell.written(RGB(green: 200))
        #expect(object != cell.object)
        #expect(!object.contains("100") && !object.contains("150") && object.contains("200"))
        guard case .path = cell.place else {
            let empty = try await cell.written(RGB())
            #expect(empty == "")
            return
        }
    }

    @Test(arguments: Cell.all)
    func nestsInDeepObjectOnly(cell: Cell) async throws {
        let nested = ["a": RGB(red: 1)]
        if case .query(.deepObject) = cell.place {
            let text = try await cell.written(nested)
            #expect(text == "color%5Ba%5D%5BR%5D=1")
        } else {
            let found = await violations(.get, cell.template) { cell.build(&$0, nested) }
            #expect(found.map(\.message).contains("color must not hold lists or objects inside"))
        }
    }
}

/// An object as a parameter, in the shape of generated models.
struct RGB: Encodable, ParameterValue {
    var red: Int?
    var green: Int?
    var blue: Int?

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.fields()
        fields.write("R", red)
        fields.write("G", green)
        fields.write("B", blue)
        try fields.end()
    }
}

struct Cell: Sendable {
    enum Place: Sendable {
        case path(PathStyle)
        case query(QueryStyle)
        case header, cookie
    }

    let place: Place
    let explode: Bool
    let scalar: String
    let list: String
    let object: String

    init(_ place: Place, _ explode: Bool, _ scalar: String, _ list: String, _ object: String) {
        self.place = place
        self.explode = explode
        self.scalar = scalar
        self.list = list
        self.object = object
    }

    static let all = [
        Cell(.path(.simple), false, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        Cell(.path(.simple), true, "blue", "blue,black,brown", "R=100,G=200,B=150"),
        Cell(.path(.label), false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        Cell(.path(.label), true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        Cell(.path(.matrix), false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
        Cell(
            .path(.matrix), true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
        Cell(.query(.form), false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        Cell(.query(.form), true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        Cell(
            .query(.spaceDelimited), false, "color=blue", "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150"),
        Cell(
            .query(.spaceDelimited), true, "color=blue", "color=blue&color=black&color=brown",
            "R=100&G=200&B=150"),
        Cell(
            .query(.pipeDelimited), false, "color=blue", "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150"),
        Cell(
            .query(.pipeDelimited), true, "color=blue", "color=blue&color=black&color=brown",
            "R=100&G=200&B=150"),
        Cell(
            .query(.deepObject), true, "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        Cell(.header, false, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        Cell(.header, true, "blue", "blue,black,brown", "R=100,G=200,B=150"),
        Cell(.cookie, false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        Cell(.cookie, true, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
    ]

    var template: String {
        if case .path = place { "/{color}" } else { "/" }
    }

    func build(_ request: inout Request, _ value: some ParameterValue) {
        switch place {
        case .path(let style): request.path("color", value, style: style, explode: explode)
        case .query(let style): request.query("color", value, style: style, explode: explode)
        case .header: request.header("color", value, explode: explode)
        case .cookie: request.cookie("color", value, explode: explode)
        }
    }

    /// What goes out for a value, without what is around it.
    func written(_ value: some ParameterValue) async throws -> String {
        let request = try await sent(.get, template) { build(&$0, value) }
        switch place {
        case .path: return String(request.path.dropFirst())
        case .query: return request.query ?? ""
        case .header: return HTTPField.Name("color").flatMap { request.head.headerFields[$0] } ?? ""
        case .cookie: return request.head.headerFields[.cookie] ?? ""
        }
    }
}
