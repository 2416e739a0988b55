/// A text that was read: what diagnostics quote.
public struct SourceFile: Sendable {
    /// The path as it is shown to people.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The text of a line without its line break. `number` counts from 1.
    public func line(_ number: Int) -> String {
        var current = 1
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            if current == number { return text(start..<index) }
            current += 1
            start = index + 1
        }
        return current == number ? text(start..<bytes.count) : ""
    }

    private func text(_ range: Range<Int>) -> String {
        let line = String(decoding: bytes[range], as: UTF8.self)
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
    }
}

/// Names one of the files in a ``SourceFiles``.
public struct FileID: Hashable, Sendable {
    public let index: Int

    public init(index: Int) {
        self.index = index
    }
}

/// The files read so far, in the order of their reading.
public struct SourceFiles: Sendable {
    private var files: [SourceFile] = []

    public init() {}

    public mutating func add(_ file: SourceFile) -> FileID {
        files.append(file)
        return FileID(index: files.count - 1)
    }

    public subscript(id: FileID) -> SourceFile { files[id.index] }
}

/// A stretch of one line in a file. Lines and columns count from 1; columns count Unicode scalars.
public struct SourceRange: Hashable, Sendable {
    public let file: FileID
    public let line: Int
    public let column: Int
    /// How many scalars the range covers on its line; at least 1.
    public let length: Int

    public init(file: FileID, line: Int, column: Int, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
    }
}
