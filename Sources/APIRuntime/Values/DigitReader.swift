/// A scanner for dates.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Reads an exact number of ASCII digits.
    mutating func number(digits: Int) -> Int? {
        guard rest.count >= digits else { return nil }
        var value = 0
        for byte in rest.prefix(digits) {
            guard let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        rest = rest.dropFirst(digits)
        return value
    }

    /// Reads one or more ASCII digits.
    mutating func digits() -> [Int]? {
        let digits = rest.prefix { Self.digit($0) != nil }
        rest = rest.dropFirst(digits.count)
        return digits.isEmpty ? nil : digits.compactMap(Self.digit)
    }

    /// Reads one character if it is one of these.
    mutating func take(_ characters: String) -> Character? {
        guard let byte = rest.first, characters.utf8.contains(byte) else { return nil }
        rest = rest.dropFirst()
        return Character(Unicode.Scalar(byte))
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
}
