/// A source file that diagnostics quote.
public struct SourceFile: Sendable {
    /// The path for display.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

}

/// The lines of a file: found once, since many diagnostics may quote one file.
struct SourceLines {
    private let file: SourceFile
    /// The offset of each line.
    private let starts: [Int]
    /// The requested lines, cached: a minified document is one line, which all of its diagnostics quote.
    private var known: [Int: [Unicode.Scalar]] = [:]

    init(_ file: SourceFile) {
        self.file = file
        starts = file.bytes.withUnsafeBufferPointer { bytes in
            var starts = [0]
            for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
                starts.append(index + 1)
            }
            return starts
        }
    }

    /// A line without its line break, numbered from 1; empty if there is no such line.
    mutating func scalars(ofLine number: Int) -> [Unicode.Scalar] {
        if let line = known[number] { return line }
        let line = readLine(number)
        known[number] = line
        return line
    }

    private func readLine(_ number: Int) -> [Unicode.Scalar] {
        guard starts.indices.contains(number - 1) else { return [] }
        let end = starts.indices.contains(number) ? starts[number] - 1 : file.bytes.count
        let line = String(decoding: file.bytes[starts[number - 1]..<end], as: UTF8.self)
        let scalars = line.unicodeScalars.map(Self.printable)
        return line.unicodeScalars.last == "\r" ? scalars.dropLast() : scalars
    }

    /// Replaces control characters, which could affect a terminal, without changing columns.
    private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09: scalar
        case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
        default: scalar
        }
    }
}

/// Identifies a file in ``SourceFiles``.
public struct FileID: Hashable, Sendable {
    public let index: Int

    public init(index: Int) {
        self.index = index
    }
}

/// The files read so far, in the order in which they were read.
public struct SourceFiles: Sendable {
    private var files: [SourceFile] = []

    public init() {}

    public mutating func add(_ file: SourceFile) -> FileID {
        files.append(file)
        return FileID(index: files.count - 1)
    }

    public subscript(id: FileID) -> SourceFile { files[id.index] }
}

/// A range within one line of a file. Lines and columns count from 1; columns count Unicode scalars.
public struct SourceRange: Hashable, Sendable {
    public let file: FileID
    public let line: Int
    public let column: Int
    /// The number of Unicode scalars in the range, at least 1.
    public let length: Int

    public init(file: FileID, line: Int, column: Int, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
    }
}
