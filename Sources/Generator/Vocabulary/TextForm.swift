/// What texts look like of which a type in Swift refuses any other.
struct TextForm: Sendable {
    /// As in `a date such as 2024-02-29`.
    let phrase: String
    let sample: String
    /// Whether texts of many other forms are of this form, too.
    var isLoose = false
    let accepts: @Sendable (String) -> Bool
}

extension TextForm {
    static let date = TextForm(phrase: "a date such as 2024-02-29", sample: "2024-02-29") { isDate($0[...]) }

    static let dateTime = TextForm(
        phrase: "a date and time with its zone such as 2024-02-29T12:00:00Z", sample: "2024-02-29T12:00:00Z",
        accepts: isDateTime)

    static let uuid = TextForm(
        phrase: "a UUID", sample: "6f9619ff-8b86-d011-b42d-00cf4fc964ff", accepts: isUUID)

    static let url = TextForm(phrase: "a URL", sample: "https://example.com/", isLoose: true) { text in
        !text.isEmpty && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
    }

    static let base64 = TextForm(phrase: "Base64", sample: "AQID", isLoose: true, accepts: isBase64)

    /// RFC 3339, section 5.6.
    private static func isDate(_ text: Substring) -> Bool {
        guard let match = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/) else { return false }
        let (year, month, day) = (Int(match.1) ?? 0, Int(match.2) ?? 0, Int(match.3) ?? 0)
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...days[month - 1]).contains(day)
    }

    private static func isDateTime(_ text: String) -> Bool {
        let time =
            /[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?([Zz]|[+\-][0-9]{2}:?[0-9]{2})/
        return isDate(text.prefix(10)) && text.dropFirst(10).wholeMatch(of: time) != nil
    }

    /// RFC 9562, section 4.
    private static func isUUID(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) != nil
    }

    /// RFC 4648, section 4 or 5.
    private static func isBase64(_ text: String) -> Bool {
        guard text.wholeMatch(of: /[A-Za-z0-9+\/_\-]*={0,2}/) != nil else { return false }
        return text.contains("=") ? text.utf8.count % 4 == 0 : text.utf8.count % 4 != 1
    }
}

/// The name of a format that only texts of one form are of.
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
