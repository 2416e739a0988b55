import Foundation

/// Writes a Swift source that holds the texts of files.
///
///     FileEmbedder OUTPUT FOLDER PATH...
@main
struct FileEmbedder {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first, let folder = arguments.dropFirst().first else {
            throw Failure(description: "usage: FileEmbedder OUTPUT FOLDER PATH...")
        }
        let entries = try arguments.dropFirst(2).map { path in
            let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
            return "        \(literal(path)): \(try literal(text(of: file)))"
        }
        let source = """
            extension EmbeddedFiles {
                /// The texts of the files, by their paths in the package.
                static let texts: [String: String] = [
            \(entries.joined(separator: ",\n"))
                ]
            }

            """
        try Data(source.utf8).write(to: URL(fileURLWithPath: output))
    }

    private static func text(of file: URL) throws -> String {
        let bytes = try Data(contentsOf: file)
        let text = String(decoding: bytes, as: UTF8.self)
        // Invalid bytes are replaced. A literal has no other line ends, and no null character.
        guard text.utf8.elementsEqual(bytes), !bytes.contains(0x0D), !bytes.contains(0) else {
            throw Failure(description: "'\(file.path)' is not UTF-8 with the line ends of Unix")
        }
        return text
    }

    /// A raw literal, which the compiler takes as it is. A list of bytes would take it a hundred times as long.
    private static func literal(_ text: String) -> String {
        let runs = text.split { $0 != "#" }.map(\.count)
        let mark = String(repeating: "#", count: (runs.max() ?? 0) + 1)
        return "\(mark)\"\"\"\n\(text)\n\"\"\"\(mark)"
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
