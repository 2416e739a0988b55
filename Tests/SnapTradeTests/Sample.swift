import Foundation

/// Bodies made by hand: each model with all of its properties, and with none.
enum Sample {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Samples")

    /// The sample's text; empty if there is none, which fails the test that needs it.
    static func text(_ name: String) -> String {
        (try? String(contentsOf: folder.appendingPathComponent("\(name).json"), encoding: .utf8)) ?? ""
    }

    /// The names of all samples, without their endings.
    static var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }
}
