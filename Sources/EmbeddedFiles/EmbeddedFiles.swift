/// Files of this package that are a part of the binary: the templates, and the sources of the runtime. The build adds
/// their texts.
public struct EmbeddedFile: Sendable {
    /// The path relative to the folder.
    public let path: String
    public let text: String
}

public enum EmbeddedFiles {
    /// The files below a folder of the package, in alphabetical order.
    public static func all(below folder: String) -> [EmbeddedFile] {
        let prefix = "\(folder)/"
        return texts.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.map { path, text in
            EmbeddedFile(path: String(path.dropFirst(prefix.count)), text: text)
        }
    }
}
