import Foundation

/// Files of this package that are a part of the binary: the templates, and the sources of the runtime. The build adds
/// their texts.
public struct EmbeddedFile: Sendable {
    /// The path relative to the folder.
    public let path: String
    public let text: String
}

public enum EmbeddedFiles: BuiltWithoutPlugins {
    /// The files below a folder of the package, in alphabetical order.
    public static func all(below folder: String) -> [EmbeddedFile] {
        texts.isEmpty ? checkedOut(below: folder) : embedded(below: folder)
    }

    static func embedded(below folder: String) -> [EmbeddedFile] {
        let prefix = "\(folder)/"
        return texts.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.map { path, text in
            EmbeddedFile(path: String(path.dropFirst(prefix.count)), text: text)
        }
    }

    /// The files as they are in the checkout that this was built from.
    static func checkedOut(below folder: String) -> [EmbeddedFile] {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(folder)
        let all = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        return all.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".mustache") }.sorted().compactMap {
            path in
            let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            return text.map { EmbeddedFile(path: path, text: $0) }
        }
    }
}

/// Stands in for the texts where the build adds none: SwiftPM runs no plugin for a tool that it builds for a plugin of
/// another package. Such a tool runs beside the checkout that it was built from. The texts that a build adds are
/// members of the type itself, and come first.
protocol BuiltWithoutPlugins {}

extension BuiltWithoutPlugins {
    static var texts: [String: String] { [:] }
}
