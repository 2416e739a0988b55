import APIRuntime
import Foundation
import ReservedCharacters
import Testing

@Suite(.timeLimit(.minutes(1))) struct ReservedCharacterTests {
    private let wire = Wire { ReservedCharactersClient(server: $0, configuration: $1) }

    @Test func keepsReservedCharactersThatAPlaceCanHold() async throws {
        let odd = ":/?#[]@!$&'()*+,;=% %2F"
        let request = try await wire.sent {
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
            let found = await wire.violations {
                try await $0.places.writeReserved(plain: dots, matrix: ["a"])
            }
            #expect(found == ["plain must not be a dot segment"])
        }
    }

    @Test func sendsWhatIsThereWhereSecurityIsOptional() async throws {
        let wire = Wire { ReservedCharactersClient(session: "k;1", server: $0, configuration: $1) }
        let known = try await wire.sent {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"], theme: "dark")
        }
        #expect(known.head.headerFields[.cookie] == "theme=dark; SESSION=k%3B1")
        let unknown = try await self.wire.sent {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"])
        }
        #expect(unknown.head.headerFields[.cookie] == nil)
    }

    @Test func addsHeadersOfTheCaller() async throws {
        let request = try await wire.sent {
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

    @Test(arguments: ["a\tb", "ä", "a,b"])
    func keepsWhatAHeaderCanHold(value: String) async throws {
        let request = try await wire.sent {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"], xKind: value)
        }
        #expect(request.head.headerFields[try #require(HTTPField.Name("X-Kind"))] == value)
    }

    @Test(arguments: ["a\u{1}", "\u{7F}", " a", "a ", "a\r\nb"])
    func refusesWhatAHeaderCannotHold(value: String) async {
        let found = await wire.violations {
            try await $0.places.writeReserved(plain: "a", matrix: ["b"], xKind: value)
        }
        #expect(found == ["X-Kind must not hold control characters, nor blanks at its ends"])
    }
}
