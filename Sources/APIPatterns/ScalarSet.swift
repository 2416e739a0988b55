/// A set of characters, such as a character class in a regular expression.
package struct ScalarSet: Sendable {
    enum Member: Sendable {
        case range(ClosedRange<UInt32>)
        case property(UnicodeProperty)
        indirect case allBut([Member])

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .range(let range): range.contains(scalar.value)
            case .property(let property): property.holds(for: scalar)
            case .allBut(let members): !members.contains { $0.contains(scalar) }
            }
        }
    }

    private let members: [Member]
    /// A bitmap of the ASCII characters in the set.
    private let ascii: (UInt64, UInt64)

    init(_ members: [Member]) {
        self.members = members
        var bits: (UInt64, UInt64) = (0, 0)
        for code in UInt8(0)..<128 where members.contains(where: { $0.contains(Unicode.Scalar(code)) }) {
            if code < 64 { bits.0 |= 1 << UInt64(code) } else { bits.1 |= 1 << UInt64(code - 64) }
        }
        ascii = bits
    }

    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        let code = scalar.value
        guard code < 128 else { return members.contains { $0.contains(scalar) } }
        return (code < 64 ? ascii.0 >> UInt64(code) : ascii.1 >> UInt64(code - 64)) & 1 == 1
    }
}

extension ScalarSet.Member {
    static func single(_ scalar: Unicode.Scalar) -> Self { .range(scalar.value...scalar.value) }

    private static func span(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Self {
        .range(first.value...last.value)
    }

    /// The sets of `\d`, `\w`, `\s` and their complements (ECMA-262, CharacterClassEscape).
    static func named(_ letter: Unicode.Scalar) -> Self? {
        switch letter {
        case "d": digit
        case "D": .allBut([digit])
        case "w": .anyOf(word)
        case "W": .allBut(word)
        case "s": .anyOf(blanks)
        case "S": .allBut(blanks)
        default: nil
        }
    }

    static func anyOf(_ members: [Self]) -> Self { .allBut([.allBut(members)]) }

    /// The set of `.`: all characters but line terminators.
    static let dot = allBut([single("\n"), single("\r"), span("\u{2028}", "\u{2029}")])

    private static let digit = span("0", "9")
    private static let word = [digit, span("a", "z"), span("A", "Z"), single("_")]
    private static let blanks = [
        span("\t", "\r"), single(" "), single("\u{A0}"), single("\u{1680}"), span("\u{2000}", "\u{200A}"),
        span("\u{2028}", "\u{2029}"), single("\u{202F}"), single("\u{205F}"), single("\u{3000}"),
        single("\u{FEFF}"),
    ]
}

extension Unicode.Scalar {
    /// Whether the character is a word character for `\b`.
    var isWordCharacter: Bool {
        switch self {
        case "0"..."9", "a"..."z", "A"..."Z", "_": true
        default: false
        }
    }
}
