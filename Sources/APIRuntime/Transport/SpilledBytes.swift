import Foundation

/// Bytes that wait on disk until there is room for them, first in, first out.
struct SpilledBytes: Sendable {
    private let file: FileHandle
    private var readOffset: UInt64 = 0
    private var writeOffset: UInt64 = 0

    /// Opens a file without a name, so that it is gone with this value, and with the process.
    ///
    /// - Throws: What Foundation throws if there is no place for it.
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

    /// Takes the oldest bytes, at most so many. The file is emptied with the last of them.
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
