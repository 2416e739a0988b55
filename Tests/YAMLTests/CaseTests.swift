import Foundation
import APIGenSourceText
import Testing
import APIGenYAML

/// Each folder in `Cases` is a document and what is to come of it: `tree.txt`, or `diagnostics.txt`.
///
/// `UPDATE_CASES=1 swift test` rewrites what is expected, to be read before it is kept.
@Suite struct CaseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1"

    static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path()))?.sorted() ?? []

    @Test func casesAreFound() {
        #expect(Self.names.count > 100)
    }

    @Test(arguments: names)
    func documentIsReadAsExpected(_ name: String) throws {
        let folder = Self.folder.appending(path: name)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let input = try #require(files.first { $0.hasPrefix("input.") })
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: input)))
        let reading = Reading(bytes, path: input)

        #expect((reading.root == nil) == reading.diagnostics.hasErrors)
        let expected = reading.diagnostics.isEmpty ? "tree.txt" : "diagnostics.txt"
        let actual = reading.root.map(dump) ?? reading.rendered
        if Self.isUpdating {
            for stale in files where stale.hasSuffix(".txt") {
                try FileManager.default.removeItem(at: folder.appending(path: stale))
            }
            try actual.write(to: folder.appending(path: expected), atomically: true, encoding: .utf8)
        }
        #expect(try actual == String(contentsOf: folder.appending(path: expected), encoding: .utf8))
    }
}
