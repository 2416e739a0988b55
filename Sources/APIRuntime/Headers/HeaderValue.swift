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

/// A list, whose items are separated by commas or lines.
extension Array: HeaderValue where Element: HeaderValue {
    public init?(headerLines lines: [String]) {
        let texts = lines.flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
        let items = texts.filter { !$0.isEmpty }.compactMap { Element(headerLines: [$0]) }
        guard items.count == texts.count(where: { !$0.isEmpty }) else { return nil }
        self = items
    }
}
