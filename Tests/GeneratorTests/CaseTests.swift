import Blocking
import Foundation
import APIGenerator
import Testing

@Suite(.blocking) struct CaseTests {
    @Test(arguments: CaseFolder.all(with: "diagnostics.txt"))
    func reports(_ folder: CaseFolder) throws {
        let (files, diagnostics) = folder.generate()
        if CaseFolder.isUpdating { return try folder.write(diagnostics, to: "diagnostics.txt") }
        #expect(diagnostics == folder.read("diagnostics.txt"))
        #expect((files == nil) == diagnostics.contains(": error: "))
    }

    @Test(arguments: CaseFolder.all(with: "expected"))
    func generates(_ folder: CaseFolder) throws {
        let (files, diagnostics) = folder.generate()
        #expect(diagnostics == "" || folder.has("lenient"))
        let generated = try #require(files)
        if CaseFolder.isUpdating {
            try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("expected"))
            for file in generated {
                try folder.write(String(decoding: file.bytes, as: UTF8.self), to: "expected/\(file.path)")
            }
            return
        }
        #expect(generated.map(\.path).sorted() == folder.files(below: "expected"))
        for file in generated {
            #expect(String(decoding: file.bytes, as: UTF8.self) == folder.read("expected/\(file.path)"))
        }
    }

    /// A suite that finds no folders would pass without testing anything.
    @Test func findsCases() {
        #expect(CaseFolder.all(with: "diagnostics.txt").count >= 25)
        #expect(!CaseFolder.all(with: "expected").isEmpty)
    }

    @Test(arguments: CaseFolder.all(with: "expected"))
    func givesTheSameBytesTwice(_ folder: CaseFolder) throws {
        let first = try #require(folder.generate().files)
        let second = try #require(folder.generate().files)
        #expect(first.map(\.path) == second.map(\.path))
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }
}
