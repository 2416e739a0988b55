/// Collects UTF-8 text and puts the indent before each line that has something on it.
struct IndentedOutput {
    private(set) var bytes: [UInt8] = []
    private var indent: [UInt8] = []

    mutating func pushIndent(_ addition: [UInt8]) {
        indent += addition
    }

    mutating func popIndent(_ addition: [UInt8]) {
        indent.removeLast(addition.count)
    }

    mutating func write(_ text: some Collection<UInt8>) {
        guard !indent.isEmpty else { return bytes.append(contentsOf: text) }
        var rest = text[...]
        while !rest.isEmpty {
            if isAtLineStart, !Self.startsWithLineBreak(rest) { bytes += indent }
            let end = rest.firstIndex(of: Self.lineFeed).map(rest.index(after:)) ?? rest.endIndex
            bytes.append(contentsOf: rest[..<end])
            rest = rest[end...]
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// The indent is written with the first byte of its line, so the last byte tells.
    private var isAtLineStart: Bool { bytes.last == nil || bytes.last == Self.lineFeed }

    private static func startsWithLineBreak(_ text: some Collection<UInt8>) -> Bool {
        text.first == lineFeed || text.starts(with: [UInt8(ascii: "\r"), lineFeed])
    }
}
