import Foundation
import Testing

@testable import APIGenerator
@testable import APIGenSourceText
@testable import APIGenYAML

/// The JSON Schema of `gen.yaml` against what is decoded.
@Suite struct ConfigSchemaTests {
    @Test func describesEachField() throws {
        let reader = OneFile(text: "{}")
        var decoder = SettingsDecoder(
            documents: DocumentSet(files: SourceFiles(), reader: reader), diagnostics: Diagnostics())
        let root = decoder.root(of: "gen.yaml", from: nil)
        let empty = root.flatMap { decoder.object($0, as: "config") }
        var object = try #require(empty)
        _ = Config(in: &object, by: &decoder)
        #expect(ConfigSchema.properties.map(\.name).sorted() == object.known.sorted())
    }

    @Test func isJSON() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(ConfigSchema.text.utf8)) as? [String: Any]
        let properties = schema?["properties"] as? [String: Any]
        #expect(properties?.count == ConfigSchema.properties.count)
    }
}

private struct OneFile: FileReader {
    let text: String

    func read(_ path: String) throws(FileFailure) -> [UInt8] { Array(text.utf8) }
}
