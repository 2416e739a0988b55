import Testing
import APIGenYAML

/// Bytes that no editor should get the chance to repair, and so stand in code.
@Suite struct EncodingTests {
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test(arguments: ["input.yaml", "input.json"])
    func byteOrderMarkOfUTF8IsSkipped(_ path: String) throws {
        let root = try #require(Reading(Self.mark + Array("{\"a\": 1}".utf8), path: path).root)
        #expect(dump(root) == "mapping 1:1+1\n  \"a\": 1:2+3\n    plain \"1\" = integer 1 1:7+1\n")
    }

    static let encodings: [([UInt8], String)] = [
        ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
        ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
    ]

    @Test(arguments: encodings)
    func otherEncodingsAreRefusedByName(_ bytes: [UInt8], _ name: String) {
        let expected = "input.yaml:1:1: error: the file is in \(name); save it as UTF-8 [wrong-encoding]"
        #expect(Reading(bytes).firstLine == expected)
    }

    /// What comes before the bytes, the bytes, what comes after, and where they are.
    static let invalid: [(String, [UInt8], String, String)] = [
        ("a: 1\nö: x", [0xFF], "", "2:5"),
        ("a: ", [0xC3, 0x28], "", "1:4"),
        ("a: 'x", [0xED, 0xA0, 0x80], "'", "1:6"),
        ("a: ", [0xC0, 0x80], "\n", "1:4"),
        ("a: 1\nb: ", [0xF4, 0x90, 0x80, 0x80], "", "2:4"),
        ("a: x", [0xE2, 0x82], "", "1:5"),
    ]

    @Test(arguments: invalid)
    func invalidBytesAreFound(_ before: String, _ bytes: [UInt8], _ after: String, _ place: String) {
        let reading = Reading(Array(before.utf8) + bytes + Array(after.utf8))
        #expect(reading.codes == ["invalid-utf8"])
        #expect(reading.firstLine.hasPrefix("input.yaml:\(place): error: "))
    }

    @Test(arguments: [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func invalidBytesAreFoundInJSON(_ bytes: [UInt8]) {
        let reading = Reading(Array("{\n\"ö\": \"x".utf8) + bytes + Array("\"}".utf8), path: "input.json")
        #expect(reading.codes == ["invalid-utf8"])
        #expect(reading.firstLine.hasPrefix("input.json:2:8: error: the byte 0x"))
    }

    static let controls = [
        ("\u{0}", "U+0000"), ("\u{1B}", "U+001B"), ("\u{7F}", "U+007F"), ("\u{9F}", "U+009F"),
    ]

    @Test(arguments: controls)
    func controlCharactersAreNamed(_ character: String, _ name: String) {
        let reading = Reading("# ä\n# ä\(character)\na: 1\n")
        #expect(reading.codes == ["control-character"])
        #expect(reading.firstLine.hasPrefix("input.yaml:2:4: error: the character \(name) is not allowed"))
    }

    @Test func linesMayEndInCRLF() throws {
        let lines = ["a: |", "  one", "  two", "b: [1,", "  2]", "c: folded", "  text", ""]
        let root = try #require(Reading(lines.joined(separator: "\r\n")).root)
        #expect(dump(root) == dump(try #require(Reading(lines.joined(separator: "\n")).root)))
        #expect(root["a"]?.text == "one\ntwo\n")
    }

    @Test func mistakesAreFoundInLinesThatEndInCRLF() {
        let reading = Reading("a: 1\r\nb:2\r\nc: 3\r\n")
        #expect(
            reading.rendered == """
                input.yaml:2:1: error: expected a space after ':'; add it, or quote the text [missing-space]
                    b:2
                    ^~~

                """
        )
    }

    @Test func carriageReturnsAloneAreRefused() {
        let reading = Reading("a: 1\r\nb: x\ry\r\n")
        #expect(reading.codes == ["stray-carriage-return"])
        #expect(reading.firstLine.hasPrefix("input.yaml:2:5: "))
    }
}
