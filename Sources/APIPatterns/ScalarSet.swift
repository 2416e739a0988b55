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
    private let ascii: ASCIISet

    init(_ members: [Member]) {
        self.members = members
        ascii = ASCIISet(members)
    }

    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ascii.contains(scalar.value) : members.contains { $0.contains(scalar) }
    }
}

/// A bitmap of ASCII characters.
private struct ASCIISet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ members: [ScalarSet.Member]) {
        for member in members {
            switch member {
            case .range(let range): insert(range)
            case .property(let property):
                for code in UInt8(0)..<128 where property.holds(for: Unicode.Scalar(code)) {
                    insert(UInt32(code)...UInt32(code))
                }
            case .allBut(let others):
                let others = ASCIISet(others)
                low |= ~others.low
                high |= ~others.high
            }
        }
    }

    func contains(_ code: UInt32) -> Bool { (code < 64 ? low >> code : high >> (code - 64)) & 1 == 1 }

    private mutating func insert(_ codes: ClosedRange<UInt32>) {
        low |= Self.bits(of: codes, from: 0)
        high |= Self.bits(of: codes, from: 64)
    }

    /// The bits of the codes among the 64 from a first one.
    private static func bits(of codes: ClosedRange<UInt32>, from first: UInt32) -> UInt64 {
        let (least, most) = (max(codes.lowerBound, first), min(codes.upperBound, first + 63))
        guard least <= most else { return 0 }
        return (UInt64.max >> (63 - (most - least))) << (least - first)
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
