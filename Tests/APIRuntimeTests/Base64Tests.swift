@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct Base64Tests {
    @Test(
        arguments: [
            ("", []), ("AQID", [1, 2, 3]), ("AQI=", [1, 2]), ("AQI", [1, 2]), ("AQ", [1]),
            ("AQID\r\nAQID", [1, 2, 3, 1, 2, 3]),
            ("+/8=", [0xFB, 0xFF]), ("-_8=", [0xFB, 0xFF]), ("-_8", [0xFB, 0xFF]),
        ] as [(String, [UInt8])])
    func reads(text: String, bytes: [UInt8]) async throws {
        let json = text.replacing("\r\n", with: "\\r\\n")
        #expect(try await decoded([Data].self, from: "[\"\(json)\"]") == [Data(bytes)])
        #expect(try await decoded([Base64URL].self, from: "[\"\(json)\"]") == [Base64URL(Data(bytes))])
    }

    /// A text that stands for no bytes, or for others in each alphabet, is misread by nobody.
    @Test(arguments: [
        "A", "AQIDA", "AQ=", "AQI==", "A=ID", "AQ=D", "=", "====", "+_8=", "a b=", "AQI.", "äaaa", "{}",
    ])
    func refuses(text: String) async {
        for error in [
            await failure { () throws(APIError) in try await decoded([Data].self, from: "[\"\(text)\"]") },
            await failure { () throws(APIError) in try await decoded([Base64URL].self, from: "[\"\(text)\"]")
            },
        ] {
            #expect(error?.description.contains("$[0]: expected text in Base64, found \"\(text)\"") == true)
        }
    }

    @Test func writesEachInItsAlphabet() async throws {
        let bytes = Data([0xFB, 0xFF])
        #expect(try await encoded([bytes]) == #"["+/8="]"#)
        #expect(try await encoded([Base64URL(bytes)]) == #"["-_8="]"#)
        let request = try await sent { $0.query("key", Base64URL(bytes)) }
        #expect(request.query == "key=-_8%3D")
        #expect(Base64URL("-_8")?.data == bytes && Base64URL("+/8=") == nil)
    }

    @Test func readsFilesInJSON() async throws {
        #expect(try await decoded([FilePart].self, from: #"["AQID"]"#).map(\.bytes) == [Data([1, 2, 3])])
    }
}
