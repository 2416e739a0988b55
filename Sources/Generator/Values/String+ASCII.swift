/// Most texts of documents are ASCII, and need no look at each of their characters.
extension StringProtocol {
    /// A code unit of UTF-16 stands for one byte of UTF-8 in ASCII, and else for more. Strings know both counts.
    var isASCII: Bool { utf8.count == utf16.count }

    /// Whether there are only visible ASCII characters and blanks.
    var isPlainASCII: Bool { isASCII && utf8.allSatisfy { 0x20..<0x7F ~= $0 } }
}
