import SourceText

/// A text that libyaml can read: UTF-8 without a byte order mark, its lines those that editors count.
struct YAMLText {
    let bytes: ArraySlice<UInt8>
    /// Whether `bytes` has stand-ins for the separators that libyaml takes for line breaks.
    let hidesSeparators: Bool

    init(_ content: ArraySlice<UInt8>) {
        let hidden = Separators.hidden(in: content)
        bytes = hidden ?? content
        hidesSeparators = hidden != nil
    }
}

/// The next line, line separator and paragraph separator characters.
///
/// They break lines in YAML 1.1, and so for libyaml, but are plain characters since YAML 1.2 (YAML 1.2.2,
/// section 5.4). libyaml is given stand-ins: the noncharacters U+FDD0 to U+FDD2, which
/// no text contains.
enum Separators {
    private static let standIns: [(separator: [UInt8], standIn: [UInt8])] = [
        (Array("\u{85}".utf8), [0xEF, 0xB7, 0x90]),
        (Array("\u{2028}".utf8), [0xEF, 0xB7, 0x91]),
        (Array("\u{2029}".utf8), [0xEF, 0xB7, 0x92]),
    ]

    /// The text with stand-ins for its separators, or `nil` if it has none.
    static func hidden(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        text.withUnsafeBufferPointer { bytes in
            guard hasSeparator(bytes) else { return nil }
            let replacements = standIns.map { ($0.separator, $0.standIn) }
            return replacing(replacements, in: UnsafeRawBufferPointer(bytes))[...]
        }
    }

    /// The text with the separators that stand-ins stand for.
    static func restored(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        replacing(standIns.map { ($0.standIn, $0.separator) }, in: text)
    }

    private static func hasSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for lead in Set(standIns.map { $0.separator[0] }) {
            var from = 0
            while let offset = bytes.firstOffset(of: lead, from: from) {
                if standIns.contains(where: { bytes[offset...].starts(with: $0.separator) }) { return true }
                from = offset + 1
            }
        }
        return false
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
