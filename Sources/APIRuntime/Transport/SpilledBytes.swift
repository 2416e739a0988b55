import Foundation

/// A first-in, first-out buffer of bytes on disk.
struct SpilledBytes: Sendable {
    private let file: FileHandle
    private var readOffset: UInt64 = 0
    private var writeOffset: UInt64 = 0

    /// Creates a temporary file and unlinks it, so that it is deleted when this value is released or the process ends.
    ///
    /// - Throws: The error of Foundation if the file cannot be created.
    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("stream-\(UUID().uuidString)")
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes) else {
            throw CocoaError(.fileWriteUnknown)
        }
        file = try FileHandle(forUpdating: url)
        try FileManager.default.removeItem(at: url)
    }

    var isEmpty: Bool { readOffset == writeOffset }

    mutating func append(_ data: Data) throws {
        try file.seek(toOffset: writeOffset)
        try file.write(contentsOf: data)
        writeOffset += UInt64(data.count)
    }

    /// Removes and returns the oldest bytes, at most `count`. The file is truncated once it has been read completely.
    mutating func take(_ count: Int) throws -> Data {
        try file.seek(toOffset: readOffset)
        let data = try file.read(upToCount: count) ?? Data()
        readOffset += UInt64(data.count)
        if isEmpty {
            try file.truncate(atOffset: 0)
            (readOffset, writeOffset) = (0, 0)
        }
        return data
    }
}
