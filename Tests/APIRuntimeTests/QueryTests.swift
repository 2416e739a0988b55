@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct QueryTests {
    @Test func keepsTheOrderOfStatements() async throws {
        let request = try await sent {
            $0.query("z", 1)
            $0.query("a", "two")
            $0.query("m", true)
        }
        #expect(request.head.path == "/items?z=1&a=two&m=true")
    }

    @Test func sendsWhatIsSet() async throws {
        let request = try await sent {
            $0.query("no", false)
            $0.query("zero", 0)
            $0.query("empty", "")
            $0.query("absent", String?.none)
            $0.query("list", [String]())
            $0.query("object", [String: Int]())
        }
        #expect(request.head.path == "/items?no=false&zero=0&empty=")
    }

    @Test func hasNoQuestionMarkWithoutQuery() async throws {
        let request = try await sent { $0.query("absent", Int?.none) }
        #expect(request.head.path == "/items")
        #expect(request.query == nil)
    }

    /// The cells of the table of OpenAPI 3.1.1, section 4.8.12.4, for queries; a cell that the table leaves
    /// open is written as the style's neighbours are.
    @Test(arguments: [
        QueryCell(.form, false, "color=blue,black,brown", "color=B,150,G,200,R,100"),
        QueryCell(.form, true, "color=blue&color=black&color=brown", "B=150&G=200&R=100"),
        QueryCell(.spaceDelimited, false, "color=blue%20black%20brown", "color=B%20150%20G%20200%20R%20100"),
        QueryCell(.spaceDelimited, true, "color=blue&color=black&color=brown", "B=150&G=200&R=100"),
        QueryCell(.pipeDelimited, false, "color=blue%7Cblack%7Cbrown", "color=B%7C150%7CG%7C200%7CR%7C100"),
        QueryCell(.pipeDelimited, true, "color=blue&color=black&color=brown", "B=150&G=200&R=100"),
        QueryCell(
            .deepObject, true, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100"),
    ])
    func followsTheStyle(cell: QueryCell) async throws {
        let scalar = try await query("blue", cell)
        #expect(scalar == "color=blue")
        let list = try await query(["blue", "black", "brown"], cell)
        #expect(list == cell.list)
        let object = try await query(["R": 100, "G": 200, "B": 150], cell)
        #expect(object == cell.object)
    }

    @Test(arguments: [
        (QueryStyle.form, "c=1&c=2"), (.spaceDelimited, "c=1%202"), (.pipeDelimited, "c=1%7C2"),
    ])
    func explodesByDefaultInFormOnly(style: QueryStyle, expected: String) async throws {
        let request = try await sent { $0.query("c", [1, 2], style: style) }
        #expect(request.query == expected)
    }

    @Test func escapesDelimitersInsideItems() async throws {
        let request = try await sent {
            $0.query("form", ["a,b", "c"], explode: false)
            $0.query("pipe", ["a|b", "c"], style: .pipeDelimited)
        }
        #expect(request.query == "form=a%2Cb,c&pipe=a%7Cb%7Cc")
    }

    @Test func nestsInDeepObjectOnly() async throws {
        let filter: JSONValue = ["by": ["name": "x y", "tags": ["a", "b"]]]
        let request = try await sent { $0.query("filter", filter, style: .deepObject) }
        #expect(
            request.query
                == "filter%5Bby%5D%5Bname%5D=x%20y&filter%5Bby%5D%5Btags%5D%5B%5D=a&filter%5Bby%5D%5Btags%5D%5B%5D=b"
        )
        let found = await violations { $0.query("filter", filter) }
        #expect(found.map(\.message) == ["filter must not hold lists or objects inside"])
    }

    @Test func writesEachType() async throws {
        let request = try await sent {
            $0.query("int32", Int32.min)
            $0.query("int64", Int64.max)
            $0.query("double", 0.1)
            $0.query("whole", 10.0)
            $0.query("float", Float(0.1))
            $0.query("decimal", Decimal(string: "12.50"))
            $0.query("url", URL(string: "https://a.b/c?d"))
            $0.query("date", Date(timeIntervalSince1970: 0))
            $0.query("day", CalendarDate(year: 2024, month: 2, day: 29))
            $0.query("bytes", Data([0xFB, 0xFF]))
        }
        #expect(
            request.query?.split(separator: "&") == [
                "int32=-2147483648", "int64=9223372036854775807", "double=0.1", "whole=10", "float=0.1",
                "decimal=12.5", "url=https%3A%2F%2Fa.b%2Fc%3Fd", "date=1970-01-01T00%3A00%3A00.000Z",
                "day=2024-02-29", "bytes=%2B%2F8%3D",
            ])
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func refusesNumbersWithoutEnd(value: Double) async {
        let found = await violations { $0.query("x", [1, value]) }
        #expect(found == [Violation(path: "x", rule: .encoding, message: "x must be a finite number")])
    }

    @Test func refusesDatesBeyondTheYear9999() async {
        let found = await violations { $0.query("x", Date(timeIntervalSince1970: 253_402_300_800)) }
        #expect(found.map(\.message) == ["x must be a date between the years 0 and 9999"])
    }
}

struct QueryCell: Sendable {
    let style: QueryStyle
    let explode: Bool
    let list: String
    let object: String

    init(_ style: QueryStyle, _ explode: Bool, _ list: String, _ object: String) {
        self.style = style
        self.explode = explode
        self.list = list
        self.object = object
    }
}

extension QueryTests {
    private func query(_ value: some ParameterValue, _ cell: QueryCell) async throws -> String? {
        try await sent { $0.query("color", value, style: cell.style, explode: cell.explode) }.query
    }
}
