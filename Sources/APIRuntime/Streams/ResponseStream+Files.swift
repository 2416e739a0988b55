public import Foundation

extension ResponseStream where Item == Data {
    /// Writes the bytes to a file as they are received.
    ///
    ///     try await client.files.getContentStream(id: id).write(to: url)
    ///
    /// The file is complete or absent: bytes are written beside it first, and a file that was there before is replaced at
    /// the end.
    ///
    /// - Throws: The ``APIError`` of the stream, and errors of Foundation if the file cannot be written.
    public func write(to url: URL) async throws {
        let partial = url.appendingPathExtension("partial-\(UUID().uuidString)")
        let manager = FileManager.default
        do {
            let mode = try? manager.attributesOfItem(atPath: url.path)[.posixPermissions]
            try Data().write(to: partial)
            if let mode { try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: partial.path) }
            let file = try FileHandle(forWritingTo: partial)
            defer { try? file.close() }
            for try await chunk in self { try file.write(contentsOf: chunk) }
            try file.close()
            // Foundation on Linux cannot replace files.
            guard rename(partial.path, url.path) == 0 else {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        } catch {
            try? manager.removeItem(at: partial)
            throw error
        }
    }
}
