/// A file of the output.
public struct GeneratedFile: Sendable {
    /// Below the folder of the output, with `/` between the parts.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
