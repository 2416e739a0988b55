@_spi(Generated) import APIRuntime
import Testing

@Suite struct PercentEncodingTests {
    /// Every ASCII character: the unreserved ones stay, all others are escaped.
    @Test func escapesAllButTheUnreserved() async throws {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let ascii = String((1..<128).map { Character(Unicode.Scalar(UInt8($0))) })
        let expected = (1..<128).map { code -> String in
            let character = Character(Unicode.Scalar(UInt8(code)))
            let hex = String(code, radix: 16, uppercase: true)
            return unreserved.contains(character) ? String(character) : "%" + (code < 16 ? "0" : "") + hex
        }.joined()
        let query = try await sent { $0.query("q", ascii) }
        #expect(query.query == "q=" + expected)
        let path = try await sent(.get, "/items/{id}") { $0.path("id", ascii) }
        #expect(path.path == "/items/" + expected)
    }

    @Test(arguments: [
        ("jane.doe+news@example.com", "jane.doe%2Bnews%40example.com"),
        ("a b", "a%20b"), ("a+b==", "a%2Bb%3D%3D"), ("100%", "100%25"), ("%20", "%2520"),
        ("ä", "%C3%A4"), ("e\u{301}", "e%CC%81"), ("日本", "%E6%97%A5%E6%9C%AC"),
        ("👩‍💻", "%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB"),
        ("\u{0}", "%00"), ("a\r\nb", "a%0D%0Ab"), ("", ""),
    ])
    func encodesQueryValues(value: String, expected: String) async throws {
        let request = try await sent { $0.query("q", value) }
        #expect(request.head.path == "/items?q=\(expected)")
    }

    @Test func encodesNames() async throws {
        let request = try await sent { $0.query("filter[name] &", "x") }
        #expect(request.query == "filter%5Bname%5D%20%26=x")
    }

    @Test(arguments: [
        (":/?@!$'()*,;=", ":/?@!$'()*,;="), ("#[]&+", "%23%5B%5D%26%2B"), ("%2F%zz%", "%2F%25zz%25"),
        ("a b\"ä", "a%20b%22%C3%A4"),
    ])
    func allowsReserved(value: String, expected: String) async throws {
        let request = try await sent { $0.query("q", value, allowReserved: true) }
        #expect(request.query == "q=\(expected)")
    }
}
