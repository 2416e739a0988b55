import APIGenSourceText

/// A text prepared for libyaml, which is slow for some texts, and counts lines differently in others.
struct YAMLText {
    let file: FileID
    private(set) var bytes: ArraySlice<UInt8>
    /// Whether separators that libyaml would treat as line breaks are replaced in `bytes`.
    let hidesSeparators: Bool

    /// libyaml compares each %TAG line with all others.
    private static let maximumTagDirectives = 100

    init(_ content: ArraySlice<UInt8>, file: FileID) throws(SyntaxError) {
        self.file = file
        if let mistake = content.withUnsafeBufferPointer({ Self.mistake(in: $0, file) }) {
            throw SyntaxError(mistake)
        }
        let hidden = Separators.hidden(in: content)
        bytes = hidden ?? content
        hidesSeparators = hidden != nil
    }

    /// Whether a line, numbered from 0, contains only whitespace and possibly a comment, with a tab before it. libyaml
    /// rejects such lines where they are allowed (YAML 1.2.2, sections 6.2, 6.6 and 6.7).
    func isEmpty(_ line: Int) -> Bool { lines.dropFirst(line).first.map { isEmpty($0) } ?? false }

    /// The text with such lines replaced by spaces, starting at line `first`. Positions do not change.
    ///
    /// - Parameter kept: Lines that are not replaced.
    func emptyingLines(from first: Int, besides kept: [ClosedRange<Int>] = []) -> YAMLText {
        var (text, waiting) = (self, kept[...])
        for (number, line) in lines.enumerated().dropFirst(first) {
            while let next = waiting.first, next.upperBound < number { waiting.removeFirst() }
            guard waiting.first?.contains(number) != true, isEmpty(line) else { continue }
            for index in line where bytes[index] != UInt8(ascii: "\r") {
                text.bytes[index] = UInt8(ascii: " ")
            }
        }
        return text
    }

    private func isEmpty(_ line: Range<Int>) -> Bool {
        let indentation = bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let next = bytes[indentation.endIndex..<line.upperBound].first
        return indentation.contains(UInt8(ascii: "\t"))
            && (next == nil || next == UInt8(ascii: "#") || next == UInt8(ascii: "\r"))
    }

    /// The range of each line.
    private var lines: [Range<Int>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(\.indices)
    }

    private static func mistake(in bytes: UnsafeBufferPointer<UInt8>, _ file: FileID) -> Diagnostic? {
        // YAML treats it as a line break, but editors and diagnostics do not.
        let isStray = { offset in offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n") }
        if let offset = bytes.offsets(of: UInt8(ascii: "\r")).first(where: isStray) {
            return .strayCarriageReturn(at: bytes.range(at: offset, in: file))
        }
        var directives = 0
        for offset in bytes.offsets(of: UInt8(ascii: "%")) where bytes[offset...].starts(with: "%TAG".utf8) {
            if offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") { directives += 1 }
            if directives > maximumTagDirectives {
                return .tooManyDirectives(at: bytes.range(at: offset, in: file))
            }
        }
        return nil
    }
}

/// The next line, line separator and paragraph separator characters.
///
/// They are line breaks in YAML 1.1, and so for libyaml, but ordinary characters since YAML 1.2 (YAML 1.2.2, section
/// 5.4). For libyaml they are replaced by the noncharacters U+FDD0 to U+FDD2, which no valid text contains.
enum Separators {
    private static let standIns: [(separator: [UInt8], standIn: [UInt8])] = [
        (Array("\u{85}".utf8), [0xEF, 0xB7, 0x90]),
        (Array("\u{2028}".utf8), [0xEF, 0xB7, 0x91]),
        (Array("\u{2029}".utf8), [0xEF, 0xB7, 0x92]),
    ]

    /// The text with the separators replaced; `nil` if there are none.
    static func hidden(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        text.withUnsafeBufferPointer { bytes in
            guard hasSeparator(bytes) else { return nil }
            let replacements = standIns.map { ($0.separator, $0.standIn) }
            return replacing(replacements, in: UnsafeRawBufferPointer(bytes))[...]
        }
    }

    /// The text with the separators restored.
    static func restored(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        replacing(standIns.map { ($0.standIn, $0.separator) }, in: text)
    }

    private static func hasSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        Set(standIns.map { $0.separator[0] }).contains { lead in
            bytes.offsets(of: lead).contains { offset in
                standIns.contains { bytes[offset...].starts(with: $0.separator) }
            }
        }
    }

    private static func replacing(
        _ replacements: [(wanted: [UInt8], new: [UInt8])],
        in text: UnsafeRawBufferPointer,
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 64)
        var offset = 0
        while offset < text.count {
            let rest = text[offset...]
            let match = rest[offset] < 0x80 ? nil : replacements.first { rest.starts(with: $0.wanted) }
            result += match?.new ?? [text[offset]]
            offset += match?.wanted.count ?? 1
        }
        return result
    }
}
