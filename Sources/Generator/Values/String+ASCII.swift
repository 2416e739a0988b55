/// Most texts of documents are ASCII, and need no look at each of their characters.
extension StringProtocol {
    var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

    /// Whether there are only visible ASCII characters and blanks.
    var isPlainASCII: Bool { utf8.allSatisfy { 0x20..<0x7F ~= $0 } }
}
