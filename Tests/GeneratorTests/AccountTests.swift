import Foundation
import Generator
import SourceText
import Testing

@Suite struct AccountTests {
    @Test func probe() throws {
        guard let path = ProcessInfo.processInfo.environment["PROBE"] else { return }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let folder = URL(fileURLWithPath: path)
        var pipeline = Pipeline(
            reader: CaseReader(folders: [folder.deletingLastPathComponent()]), rules: .lenient)
        let found = pipeline.account(of: DocumentRequest(path: folder.lastPathComponent))
        let account = try #require(found)
        let fates = Dictionary(account.items.map { ($0.range, $0.fate) }) { $1 }
        let original = CaseFolder.outcome(text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var seen: [String: Int] = [:]
        for mutation in Mutation.all(of: text) {
            let fate = fates[mutation.range]!
            let key = lines[mutation.range.line - 1].trimmingCharacters(in: .whitespaces).prefix { $0 != ":" && $0 != "-" }
            seen["\(fate) \(key)", default: 0] += 1
            if seen["\(fate) \(key)"]! > 6 { continue }
            let mutant = CaseFolder.outcome(mutation.text)
            let isSame =
                fate == .typed ? mutant == original : mutant.code == original.code || mutant.code == nil
            switch fate {
            case .typed where isSame, .documentation where !isSame, .unreached where !isSame,
                .extension where !isSame,
                .unaccounted where !isSame:
                print(
                    "DISHONEST \(fate) \(mutation.range.line):\(mutation.range.column) \(lines[mutation.range.line - 1])"
                )
            default: break
            }
        }
    }
}
