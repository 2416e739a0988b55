/// A format whose type in Swift refuses texts that are not of it.
enum StrictFormat: String {
    case date
    case dateTime = "date-time"
    case uuid, uri, url, byte, base64url

    init?(of schema: OpenAPI.Schema) {
        guard schema.types.contains(.string), schema.values.isEmpty, schema.reference == nil else {
            return nil
        }
        switch schema.contentEncoding?.lowercased() {
        case "base64": self = .byte
        case "base64url": self = .base64url
        default: self.init(rawValue: schema.format?.value ?? "")
        }
    }

    func accepts(_ text: String) -> Bool {
        switch self {
        case .date: Self.isDate(text[...])
        case .dateTime: Self.isDateTime(text)
        case .uuid: Self.isUUID(text)
        case .uri, .url: !text.isEmpty && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
        case .byte, .base64url: Self.isBase64(text)
        }
    }

    /// What such a text looks like.
    var phrase: String {
        switch self {
        case .date: "a date such as 2024-02-29"
        case .dateTime: "a date and time with its zone such as 2024-02-29T12:00:00Z"
        case .uuid: "a UUID"
        case .uri, .url: "a URL"
        case .byte, .base64url: "Base64"
        }
    }

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
