public import Foundation

/// A value that may stand in JSON in several forms, of which it is written in one: a date, a URL, a number with a
/// fraction, or a union that may be one of them. ``SourceTexts`` keeps the form in which it came.
/// Generated types conform to it.
public protocol FormattedValue: Encodable {}

extension Date: FormattedValue {}
extension CalendarDate: FormattedValue {}
extension URL: FormattedValue {}
extension UUID: FormattedValue {}
extension Data: FormattedValue {}
extension Base64URL: FormattedValue {}
extension Double: FormattedValue {}
extension Float: FormattedValue {}
extension Decimal: FormattedValue {}
extension Optional: FormattedValue where Wrapped: FormattedValue {}
extension Array: FormattedValue where Element: FormattedValue {}
extension Dictionary: FormattedValue where Key == String, Value: FormattedValue {}
