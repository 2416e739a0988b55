/// The value of a scalar in the core schema (YAML 1.2.2, section 10.3).
public enum Scalar: Equatable, Sendable {
    /// Null: `null`, `~`, or an empty scalar.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// An integer of up to 64 bits. Larger integers are numbers.
    case integer(Int)
    /// Any other number, rounded to a `Double`.
    case number(Double)
    /// Any other text, and all quoted scalars.
    case string(String)
}

extension Scalar {
    /// Resolves the text of a plain scalar. Only the forms of the core schema count: `yes`, `0b1`, `1_000`,
    /// `09:30:00` and dates are strings, and `007` is seven.
    init(resolving text: String) {
        // The longest of the words is `false`.
        guard text.utf8.count <= 5 else {
            self = Self.number(text) ?? .string(text)
            return
        }
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        case ".nan", ".NaN", ".NAN": self = .number(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": self = .number(-.infinity)
        default: self = Self.number(text) ?? .string(text)
        }
    }

    /// The value with an integer converted to a floating-point number.
    var asNumber: Scalar {
        if case .integer(let value) = self { .number(Double(value)) } else { self }
    }

    private static func number(_ text: String) -> Scalar? {
        guard let first = text.utf8.first, "0123456789+-.".utf8.contains(first) else { return nil }
        if text.hasPrefix("0x") { return radix(16, text.dropFirst(2)) }
        if text.hasPrefix("0o") { return radix(8, text.dropFirst(2)) }
        return decimal(text)
    }

    /// Numbers such as `0x1F` and `0o17`.
    private static func radix(_ radix: Int, _ digits: Substring) -> Scalar? {
        let values = digits.unicodeScalars.map { $0.isASCII ? Character($0).hexDigitValue ?? 16 : 16 }
        guard !values.isEmpty, values.allSatisfy({ $0 < radix }) else { return nil }
        return Int(digits, radix: radix).map { .integer($0) }
            ?? .number(values.reduce(0) { $0 * Double(radix) + Double($1) })
    }

    /// `[-+]? [0-9]+` is an integer, `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?` a
    /// floating-point number.
    private static func decimal(_ text: String) -> Scalar? {
        var rest = Substring(text).utf8
        rest.skip("-", "+")
        let whole = rest.skipDigits()
        if rest.isEmpty, whole > 0 {
            return Int(text).map { .integer($0) } ?? Double(text).map { .number($0) }
        }
        if rest.skip(".") {
            guard rest.skipDigits() + whole > 0 else { return nil }
        } else if whole == 0 {
            return nil
        }
        if rest.skip("e", "E") {
            rest.skip("-", "+")
            guard rest.skipDigits() > 0 else { return nil }
        }
        return rest.isEmpty ? Double(text).map { .number($0) } : nil
    }
}

extension Substring.UTF8View {
    @discardableResult
    fileprivate mutating func skip(_ wanted: Unicode.Scalar...) -> Bool {
        guard let first, wanted.contains(Unicode.Scalar(first)) else { return false }
        removeFirst()
        return true
    }

    /// Skips digits, and returns their number.
    fileprivate mutating func skipDigits() -> Int {
        let rest = drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        defer { self = rest }
        return count - rest.count
    }
}
