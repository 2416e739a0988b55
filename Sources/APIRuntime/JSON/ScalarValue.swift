import Foundation

/// A value that is encoded as a string, number or Boolean, with the same text as in a parameter.
protocol ScalarValue: ParameterValue {
    /// Whether it is unquoted in JSON.
    static var isLiteral: Bool { get }
}

extension ScalarValue {
    /// - Throws: `EncodingError` for a value that cannot be represented, such as an infinite number.
    func encoded(at path: @autoclosure () -> [any CodingKey], dateDecimals: Int? = nil) throws -> EncodedValue
    {
        switch parameter(dateDecimals: dateDecimals) {
        case .text(let text): return Self.isLiteral ? .literal(text) : .string(text)
        case .unsendable(let reason):
            throw EncodingError.invalidValue(self, .init(codingPath: path(), debugDescription: reason))
        case .list, .object:
            let reason = "must be a text, a number, true or false"
            throw EncodingError.invalidValue(self, .init(codingPath: path(), debugDescription: reason))
        }
    }
}

extension String: ScalarValue { static var isLiteral: Bool { false } }
extension Bool: ScalarValue { static var isLiteral: Bool { true } }
extension Int: ScalarValue { static var isLiteral: Bool { true } }
extension Int32: ScalarValue { static var isLiteral: Bool { true } }
extension Int64: ScalarValue { static var isLiteral: Bool { true } }
extension UInt64: ScalarValue { static var isLiteral: Bool { true } }
extension Double: ScalarValue { static var isLiteral: Bool { true } }
extension Float: ScalarValue { static var isLiteral: Bool { true } }
extension Decimal: ScalarValue { static var isLiteral: Bool { true } }
extension UUID: ScalarValue { static var isLiteral: Bool { false } }
extension URL: ScalarValue { static var isLiteral: Bool { false } }
extension Date: ScalarValue { static var isLiteral: Bool { false } }
extension CalendarDate: ScalarValue { static var isLiteral: Bool { false } }
extension Base64URL: ScalarValue { static var isLiteral: Bool { false } }
extension Data: ScalarValue { static var isLiteral: Bool { false } }

/// A dictionary, whose elements are sorted by name.
protocol StringKeyed {
    var sortedElements: [(String, any Encodable)] { get }
}

extension Dictionary: StringKeyed where Key == String, Value: Encodable {
    var sortedElements: [(String, any Encodable)] {
        sorted { $0.key.precedesInUnicode($1.key) }.map { ($0.key, $0.value) }
    }
}
