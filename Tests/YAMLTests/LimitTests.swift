import APIGenSourceText
import Testing
import APIGenYAML

/// Documents that were made to break their readers. Each must be refused, or read, in a moment. The limit leaves room
/// for a busy machine, and is still far below what work that grows with the square of the size takes.
@Suite(.serialized) struct LimitTests {
    private static let count = 50_000

    private func readInTime(_ text: String, path: String = "input.yaml") -> Reading {
        var reading: Reading?
        let time = ContinuousClock().measure { reading = Reading(text, path: path) }
        #expect(time < .seconds(10))
        return reading ?? Reading("")
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":", "- ", "{a: ", "[&a [", "!!seq ["])
    func deepNestingIsRefused(_ opening: String) {
        let reading = readInTime(String(repeating: opening, count: Self.count))
        #expect(reading.codes == ["nested-too-deeply"])
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func deepNestingIsRefusedInJSON(_ opening: String) {
        let reading = readInTime(String(repeating: opening, count: Self.count), path: "input.json")
        #expect(reading.codes == ["nested-too-deeply"])
    }

    @Test(arguments: ["input.yaml", "input.json"])
    func nestingUpToTheLimitIsRead(_ path: String) {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(Reading(nested(500), path: path).root != nil)
        #expect(Reading(nested(501), path: path).codes == ["nested-too-deeply"])
    }

    @Test func aliasesOfAliasesAreCounted() {
        let levels = (1...9).map { level in
            "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        let reading = readInTime("a0: &a0 lol\n" + levels.joined())
        #expect(reading.codes == ["expands-too-far"])
        #expect(reading.firstLine.hasPrefix("input.yaml:9:5: "))
        #expect(Reading("a0: &a0 lol\n" + levels.prefix(5).joined()).root != nil)
    }

    @Test func chainsOfAliasesAreFollowed() {
        let chain = (1...Self.count).map { "- &a\($0) [*a\($0 - 1)]\n" }
        #expect(readInTime("- &a0 text\n" + chain.joined()).codes == ["nested-too-deeply"])
        #expect(Reading("- &a0 text\n" + chain.prefix(499).joined()).root != nil)
        #expect(Reading("- &a0 text\n" + chain.prefix(500).joined()).codes == ["nested-too-deeply"])
    }

    @Test func mergesOfMergesAreCounted() {
        let keys = (0..<1000).map { "  k\($0): 1\n" }.joined()
        let merges = (1...5000).map { "a\($0): &a\($0)\n  <<: *a\($0 - 1)\n  x\($0): 1\n" }.joined()
        #expect(readInTime("a0: &a0\n\(keys)\(merges)").codes == ["expands-too-far"])
    }

    @Test func directivesAreCounted() {
        let directives = (0..<Self.count).map { "%TAG !e\($0)! e\n" }.joined()
        #expect(readInTime("\(directives)---\na: 1\n").codes == ["too-many-directives"])
        #expect(readInTime("a\n...\n\(directives)---\na: 1\n").codes == ["too-many-directives"])
    }

    @Test func longTextsAreRead() {
        let text = String(repeating: "x", count: 1_000_000)
        #expect(readInTime(text).root?.text == text)
        #expect(readInTime("a: \"\(text)\"").root?["a"]?.text == text)
        #expect(readInTime("{\"\(text)\": 1}", path: "input.json").root?[text]?.scalar == .integer(1))
    }

    @Test func longNamesAreCompared() {
        let name = String(repeating: "x", count: 100_000)
        #expect(readInTime("a: &\(name) 1\nb: *\(name)y\n").codes == ["undefined-alias"])
    }

    @Test func mistakesAreCounted() {
        let reading = readInTime(String(repeating: "a: 1\n", count: Self.count))
        #expect(reading.codes.count == 101)
        #expect(reading.codes.last == "too-many-mistakes")
    }

    @Test(arguments: [
        "{", "}", "? ", "\"", "'", "&a ", "*a ", "!t ", "|", ">", "%", ": ", ", ", "#", "\t", "\\", "\n", "é",
    ])
    func repetitionsEnd(_ text: String) {
        _ = readInTime(String(repeating: text, count: Self.count))
        _ = readInTime("[" + String(repeating: text, count: Self.count), path: "input.json")
        _ = readInTime("a: \"" + String(repeating: text, count: Self.count))
    }
}
