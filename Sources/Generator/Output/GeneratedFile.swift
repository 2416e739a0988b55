/// A file of the output.
public struct GeneratedFile: Sendable {
    /// Relative to the output folder, with `/` as the separator.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
