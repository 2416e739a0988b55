@_spi(Generated) import APIRuntime
import Testing

@Suite struct HeaderTests {
    @Test(arguments: [(false, "B,150,G,200,R,100"), (true, "B=150,G=200,R=100")])
    func followsTheStyleSimple(explode: Bool, object: String) async throws {
        let request = try await sent {
            $0.header("X-Scalar", "blue", explode: explode)
            $0.header("X-List", ["blue", "black"], explode: explode)
            $0.header("X-Object", ["R": 100, "G": 200, "B": 150], explode: explode)
            $0.header("X-Absent", Int?.none)
            $0.header("X-Empty-List", [Int]())
        }
        #expect(request.head.headerFields[name("X-Scalar")] == "blue")
        #expect(request.head.headerFields[name("X-List")] == "blue,black")
        #expect(request.head.headerFields[name("X-Object")] == object)
        #expect(request.head.headerFields.count == 3)
    }

    @Test func isNotPercentEncoded() async throws {
        let request = try await sent { $0.header("If-Match", "\"a b/c\"") }
        #expect(request.head.headerFields[.ifMatch] == "\"a b/c\"")
    }

    @Test(arguments: ["a\rb", "a\nb", "a\r\nX-Evil: 1", "a\u{0}b", "a\u{1F}b", "\u{7F}"])
    func refusesControlCharacters(value: String) async {
        let found = await violations {
            $0.header("X-One", value)
            $0.header("X-Many", ["fine", value])
        }
        #expect(
            found.map(\.message) == [
                "X-One must not hold control characters, nor blanks at its ends",
                "X-Many must not hold control characters, nor blanks at its ends",
            ])
    }

    @Test func refusesInvalidNames() async {
        let found = await violations {
            $0.header("X One", "x")
            $0.header("hOST", "x")
        }
        #expect(
            found.map(\.message) == [
                "X One is not a valid header name",
                "hOST belongs to the connection, and is set by the transport alone",
            ])
    }

    @Test func joinsCookies() async throws {
        let request = try await sent {
            $0.cookie("session", "a;b c")
            $0.cookie("lang", "de")
            $0.cookie("none", String?.none)
            $0.cookie("ids", [1, 2], explode: false)
        }
        #expect(request.head.headerFields[.cookie] == "session=a%3Bb%20c; lang=de; ids=1,2")
    }

    private func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .accept }
}
