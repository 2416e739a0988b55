public import Foundation

/// A value with several representations in JSON, of which it is encoded in one, such as a date, a URL, Base64, a
/// floating-point number, or a union or collection of these. `SourceTexts` preserves the one that was received.
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
