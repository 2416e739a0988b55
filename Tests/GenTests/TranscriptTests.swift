import Blocking
import Foundation
import Testing

/// What the command writes, word for word: each file of `Cases` is a session in a folder with the files of
/// `Cases/Inputs`. A line `$ gen ...` is a command; the lines `1>` and `2>` below it are its standard output and its
/// standard error, and the line `=` is its exit code.
@Suite(.blocking) struct TranscriptTests {
    private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Cases")
    private static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.sorted()

    @Test(arguments: names) func saysTheSame(_ name: String) throws {
        let file = Self.cases.appendingPathComponent(name)
        let expected = try String(contentsOf: file, encoding: .utf8)
        let workspace = try Workspace(copying: Self.cases.appendingPathComponent("Inputs"))
        // No permission keeps root from reading a file, and a link to itself keeps everyone.
        try workspace.link("loop", to: "loop")
        try workspace.link("linked/doc.mustache", to: "loop")
        let commands = expected.split(separator: "\n").filter { $0.hasPrefix("$ gen") }
        #expect(!commands.isEmpty)
        let transcript = try commands.map { command in
            let run = try workspace.gen(command.split(separator: " ").dropFirst(2).map(String.init))
            let lines = Self.lines(run.output, after: "1>") + Self.lines(run.errors, after: "2>")
            return ([String(command)] + lines + ["= \(run.status)\n"]).joined(separator: "\n")
        }.joined(separator: "\n")
        // With `UPDATE_CASES=1` in the environment the test writes what it would otherwise expect.
        guard ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1" else {
            #expect(transcript == expected)
            return
        }
        try Data(transcript.utf8).write(to: file)
    }

    private static func lines(_ text: String, after mark: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
            line.isEmpty ? mark : "\(mark) \(line)"
        } + (text.isEmpty || text.hasSuffix("\n") ? [] : ["\(mark) (no line end)"])
    }
}
