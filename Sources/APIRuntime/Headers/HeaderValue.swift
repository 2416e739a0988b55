public import Foundation

/// A type that the value of a response header can be read as (OpenAPI 3.1, section 4.8.21; style `simple`).
public protocol HeaderValue: Sendable {
    /// Creates a value from the lines of a header, each a field value (RFC 9110, section 5.3).
    ///
    /// - Returns: `nil` if they do not represent such a value.
    init?(headerLines lines: [String])
}

/// A value that a single field value represents.
private protocol HeaderText: HeaderValue {
    init?(headerText text: String)
}

extension HeaderText {
    public init?(headerLines lines: [String]) {
        self.init(headerText: lines.joined(separator: ", ").trimmingCharacters(in: .whitespaces))
    }
}

extension String: HeaderText {
    fileprivate init?(headerText text: String) { self = text }
}

extension Bool: HeaderText {
    fileprivate init?(headerText text: String) { self.init(text.lowercased()) }
}

extension Int: HeaderText {
    fileprivate init?(headerText text: String) { self.init(text) }
}

extension UInt64: HeaderText {
    fileprivate init?(headerText text: String) { self.init(text) }
}

extension Double: HeaderText {
    fileprivate init?(headerText text: String) { self.init(text) }
}

extension Decimal: HeaderText {
    fileprivate init?(headerText text: String) {
        // Foundation ignores what follows a number.
        guard Double(text) != nil else { return nil }
        self.init(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }
}

extension UUID: HeaderText {
    fileprivate init?(headerText text: String) { self.init(uuidString: text) }
}

extension URL: HeaderText {
    fileprivate init?(headerText text: String) { self.init(string: text) }
}

extension CalendarDate: HeaderText {
    fileprivate init?(headerText text: String) { self.init(text) }
}

/// A timestamp of RFC 3339, or an HTTP date (RFC 9110, section 5.6.7).
extension Date: HeaderText {
    fileprivate init?(headerText text: String) {
        guard let date = Date(rfc3339: text) ?? Date(httpDate: text) else { return nil }
        self = date
    }
}

/// A list, whose items are separated by commas or lines. A comma in quotes, and that of an HTTP date, separates nothing.
extension Array: HeaderValue where Element: HeaderValue {
    public init?(headerLines lines: [String]) {
        var items: [Element] = []
        for line in lines {
            if Element.self == Date.self, let date = Element(headerLines: [line]) {
                items.append(date)
                continue
            }
            for text in Self.texts(in: line) {
                guard let item = Element(headerLines: [text]) else { return nil }
                items.append(item)
            }
        }
        self = items
    }

    private static func texts(in line: String) -> [String] {
        var texts = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                texts.append("")
            } else {
                texts[texts.count - 1].append(character)
            }
        }
        return texts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
