import Blocking
import Foundation
import FuzzTargets
import Testing

/// The corpus, which holds what was found as well, and what comes of it by random mistakes.
@Suite(.blocking, .serialized) struct FuzzTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Corpus")

    private func samples(_ target: FuzzTarget) throws -> [[UInt8]] {
        let folder = Self.corpus.appending(path: target.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    }

    @Test(arguments: FuzzTarget.allCases)
    func takesWhateverComes(_ target: FuzzTarget) async throws {
        var mutation = Mutation(tokens: target.tokens)
        for sample in try samples(target) {
            try await target.run(sample)
            for _ in 0..<100 { try await target.run(mutation.apply(to: sample)) }
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func takesEveryBeginning(_ target: FuzzTarget) async throws {
        for sample in try samples(target) {
            for count in 0..<min(sample.count, 400) { try await target.run(Array(sample.prefix(count))) }
        }
    }
}
