import APIRuntime
import Foundation
import Testing
import Wire

@Suite struct PlaceTests {
    private let filter = Filter(name: "a b", tags: ["x", "y"], range: RangeModel(to: 2, from: 1))

    @Test func writesObjectsInEachPlace() async throws {
        let request = try await sent {
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
        let found = await violations {
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
        let request = try await sent {
            try await $0.places.shapes(plain: range, label: range, matrix: ["a/b", "c"])
        }
        #expect(request.path == "/v1/shapes/to,2,from,1/.to=2.from=1/;matrix=a%2Fb,c")
    }

    @Test func keepsReservedCharactersThatAPlaceCanHold() async throws {
        let odd = ":/?#[]@!$&'()*+,;=% %2F"
        let request = try await sent {
            try await $0.places.writeReserved(
                plain: odd, matrix: ["a;b", "c/d"], query: odd, theme: odd, sizes: ["1,2", "3;4"])
        }
        #expect(
            request.path
                == "/v1/reserved/:%2F%3F%23%5B%5D@!$&'()*+,;=%25%20%2F/;matrix=a;b;matrix=c%2Fd")
        #expect(request.query == "query=:/?%23%5B%5D@!$%26'()*%2B,;=%25%20%2F")
        #expect(
            request.head.headerFields[.cookie]
                == "theme=:/?#[]@!$&'()*+%2C%3B=%25%20%2F; sizes=1%2C2; sizes=3%3B4")
        for dots in ["..", "%2E%2e"] {
            let found = await violations {
                try await $0.places.writeReserved(plain: dots, matrix: ["a"])
            }
            #expect(found == ["plain must not be a dot segment"])
        }
    }

    @Test func sendsWhatIsThereWhereSecurityIsOptional() async throws {
        let known = try await sent(session: "k;1") {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"], theme: "dark")
        }
        #expect(known.head.headerFields[.cookie] == "theme=dark; SESSION=k%3B1")
        let unknown = try await sent { try await $0.places.writeReserved(plain: "a", matrix: ["b"]) }
        #expect(unknown.head.headerFields[.cookie] == nil)
    }

    @Test(arguments: ["Host", "content-length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Expect"])
    func refusesHeadersOfTheConnection(name: String) async throws {
        let field = try #require(HTTPField.Name(name))
        let found = await violations {
            try await $0.with { $0.headers[field] = "1" }.bodies.setNote(body: "n")
        }
        #expect(found == ["\(name) belongs to the connection, and is set by the transport alone"])
    }

    @Test func addsHeadersOfTheCaller() async throws {
        let request = try await sent {
            let client = $0.with {
                $0.headers[.cookie] = "a=1; b=2"
                $0.headers[.ifMatch] = "\"x\""
            }
            try await client.places.writeReserved(plain: "a", matrix: ["b"], theme: "dark", xKind: "")
        }
        #expect(request.head.headerFields[.cookie] == "a=1; b=2; theme=dark")
        #expect(request.head.headerFields[values: .cookie].count == 1)
        #expect(request.head.headerFields[.ifMatch] == "\"x\"")
    }

    @Test func refusesAnEncodingThatIsNone() async throws {
        let found = await violations {
            try await $0.with { $0.headers[.contentEncoding] = "gzip" }.bodies.setNote(body: "n")
        }
        #expect(found == ["Content-Encoding must be left out: the body is not encoded so"])
        let encoded = try await sent {
            try await $0.with { $0.headers[.contentEncoding] = "gzip" }.bodies.setRaw(body: Data([31]))
        }
        #expect(encoded.head.headerFields[.contentEncoding] == "gzip")
    }

    @Test(arguments: ["a\tb", "ä", "a,b"])
    func keepsWhatAHeaderCanHold(value: String) async throws {
        let request = try await sent {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"], xKind: value)
        }
        #expect(request.head.headerFields[try #require(HTTPField.Name("X-Kind"))] == value)
    }

    @Test(arguments: ["a\u{1}", "\u{7F}", " a", "a ", "a\r\nb"])
    func refusesWhatAHeaderCannotHold(value: String) async {
        let found = await violations {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"], xKind: value)
        }
        #expect(found == ["X-Kind must not hold control characters, nor blanks at its ends"])
    }

    @Test func goesToTheServerOfTheOperation() async throws {
        let upload = try await sent { try await $0.places.uploadContent(body: Data()) }
        #expect(upload.head.authority == "upload-eu.files.example")
        #expect(upload.path == "/api/content")
        let download = try await sent(server: .live(region: "us")) { _ = try await $0.places.getContent() }
        #expect(download.head.authority == "us.files.example")
        #expect(download.path == "/downloads/content")
    }

    @Test(arguments: ["evil.example/", "evil.example?", "user@evil", "eu#", "a\\b"])
    func staysOnTheHostOfTheDocument(region: String) async {
        let error = await #expect(throws: APIError.self) {
            _ = try await sent(server: .live(region: region)) { try await $0.bodies.setNote(body: "n") }
        }
        #expect(
            error?.description.contains("host characters only in its variable 'region'") == true
                || error?.description.contains("must not hold") == true)
    }

    @Test func staysOnAServerOfTheCaller() async throws {
        let upload = try await sent(server: "http://localhost:8080/base") {
            try await $0.places.uploadContent(body: Data())
        }
        #expect(upload.head.authority == "localhost:8080")
        #expect(upload.path == "/base/content")
        let download = try await sent(server: "http://localhost:8080/base") {
            _ = try await $0.places.getContent()
        }
        #expect(download.head.authority == "localhost:8080")
        let chosen = try await sent(server: "http://localhost:8080/base") {
            var client = $0
            client.api.documentServers.append("http://localhost:8080/base")
            try await client.places.uploadContent(body: Data())
        }
        #expect(chosen.head.authority == "upload-us.files.example")
    }
}
