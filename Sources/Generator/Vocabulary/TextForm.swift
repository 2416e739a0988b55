/// The form of strings that a Swift type accepts.
struct TextForm: Sendable {
    /// A phrase as in `a date such as 2024-02-29`.
    let phrase: String
    let sample: String
    /// Whether the form also accepts many strings of other forms.
    var isLoose = false
    let accepts: @Sendable (String) -> Bool
}

extension TextForm {
    static let date = TextForm(phrase: "a date such as 2024-02-29", sample: "2024-02-29") {
        isDate(Array($0.utf8)[...])
    }

    static let dateTime = TextForm(
        phrase: "a date and time with its zone such as 2024-02-29T12:00:00Z",
        sample: "2024-02-29T12:00:00Z",
        accepts: { isDateTime(Array($0.utf8)) })

    static let uuid = TextForm(
        phrase: "a UUID", sample: "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        accepts: { isUUID(Array($0.utf8)) })

    static let url = TextForm(phrase: "a URL", sample: "https://example.com/", isLoose: true) { text in
        !text.isEmpty && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
    }

    static let base64 = TextForm(
        phrase: "Base64", sample: "AQID", isLoose: true, accepts: { isBase64(Array($0.utf8)) })

    /// RFC 3339, section 5.6.
    private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        guard fits(text, "0000-00-00") else { return false }
        let (year, month) = (number(text.prefix(4)), number(text.dropFirst(5).prefix(2)))
        let day = number(text.suffix(2))
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...days[month - 1]).contains(day)
    }

    private static func isDateTime(_ text: [UInt8]) -> Bool {
        let time = text.dropFirst(11).prefix(8)
        guard text.count > 19, isDate(text.prefix(10)), Array("Tt ".utf8).contains(text[10]),
            fits(time, "00:00:00"),
            number(time.prefix(2)) < 24, number(time.dropFirst(3).prefix(2)) < 60,
            number(time.suffix(2)) <= 60
        else { return false }
        var zone = text.dropFirst(19)
        if zone.first == UInt8(ascii: ".") {
            let fraction = zone.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return false }
            zone = zone.dropFirst(1 + fraction.count)
        }
        return ["Z", "z", "+00:00", "+0000", "-00:00", "-0000"].contains { fits(zone, $0) }
    }

    /// RFC 9562, section 4.
    private static func isUUID(_ text: [UInt8]) -> Bool {
        fits(text[...], "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
    }

    /// RFC 4648, section 4 or 5.
    private static func isBase64(_ text: [UInt8]) -> Bool {
        let signs = text.prefix { $0 != UInt8(ascii: "=") }
        let padding = text.dropFirst(signs.count)
        guard padding.count <= 2, padding.allSatisfy({ $0 == UInt8(ascii: "=") }), signs.allSatisfy(isSign)
        else {
            return false
        }
        return padding.isEmpty ? text.count % 4 != 1 : text.count % 4 == 0
    }

    // Regular expressions would have to be compiled for each of possibly many strings.

    /// Whether a string matches a template in which `0` stands for any decimal digit, `x` for any hexadecimal digit,
    /// and other characters for themselves.
    private static func fits(_ text: ArraySlice<UInt8>, _ form: String) -> Bool {
        guard text.count == form.utf8.count else { return false }
        return zip(text, form.utf8).allSatisfy { byte, sign in
            switch sign {
            case UInt8(ascii: "0"): isDigit(byte)
            case UInt8(ascii: "x"):
                isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
            default: byte == sign
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || Array("+/_-".utf8).contains(byte)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

/// The name of a format whose strings all have the same form.
struct StrictFormat: RawRepresentable, CaseIterable, Sendable {
    let rawValue: String
    let form: TextForm

    init?(rawValue: String) {
        guard let form = ScalarType(format: rawValue, of: .string)?.facts.form else { return nil }
        (self.rawValue, self.form) = (rawValue, form)
    }

    static let allCases = ScalarType.allCases.map(\.facts).filter { $0.form != nil }.flatMap(\.formats)
        .sorted().compactMap(StrictFormat.init)
}
