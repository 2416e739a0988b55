public import Foundation

extension String: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(self) }
}

extension Bool: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(self ? "true" : "false") }
}

extension Int: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(String(self)) }
}

extension Int32: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(String(self)) }
}

extension Int64: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(String(self)) }
}

extension UInt64: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(String(self)) }
}

extension Double: ParameterValue {
    @_spi(Generated) public var parameter: Parameter {
        isFinite ? .text(plain) : .unsendable(reason: "must be a finite number")
    }
}

extension Float: ParameterValue {
    /// Serialized with the precision of `Float`: 0.1 is `0.1`, not the digits of the nearest `Double`.
    @_spi(Generated) public var parameter: Parameter {
        guard isFinite else { return .unsendable(reason: "must be a finite number") }
        return .text(Int64(exactly: self).map { String($0) } ?? String(self))
    }
}

extension Decimal: ParameterValue {
    @_spi(Generated) public var parameter: Parameter {
        isFinite ? .text(description) : .unsendable(reason: "must be a finite number")
    }
}

extension UUID: ParameterValue {
    /// In lowercase, as RFC 9562, section 4, requires for output.
    @_spi(Generated) public var parameter: Parameter { .text(uuidString.lowercased()) }
}

extension URL: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(absoluteString) }
}

extension Date: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { parameter(decimals: nil) }

    func parameter(decimals: Int?) -> Parameter {
        rfc3339(decimals: decimals).map(Parameter.text)
            ?? .unsendable(reason: "must be a date between the years 0 and 9999")
    }
}

extension ParameterValue {
    /// The value, with a number of fractional digits if it is a date or a list of dates.
    func parameter(dateDecimals: Int?) -> Parameter {
        switch self {
        case let date as Date: date.parameter(decimals: dateDecimals)
        case let dates as [Date]: .list(dates.map { $0.parameter(decimals: dateDecimals) })
        default: parameter
        }
    }
}

extension CalendarDate: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(description) }
}

extension Base64URL: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(description) }
}

extension Data: ParameterValue {
    /// Base64 with padding (RFC 4648, section 4): `format: byte`.
    @_spi(Generated) public var parameter: Parameter { .text(base64EncodedString()) }
}

extension Array: ParameterValue where Element: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .list(map(\.parameter)) }
}

extension Dictionary: ParameterValue where Key == String, Value: ParameterValue {
    /// Sorted by name, since dictionaries are unordered.
    @_spi(Generated) public var parameter: Parameter {
        .object(
            sorted { $0.key.precedesInUnicode($1.key) }
                .map { Parameter.Member(name: $0.key, value: $0.value.parameter) })
    }
}

extension JSONNumber: ParameterValue {
    @_spi(Generated) public var parameter: Parameter { .text(text) }
}

extension JSONValue: ParameterValue {
    @_spi(Generated) public var parameter: Parameter {
        switch self {
        case .null: .text("null")
        case .bool(let value): value.parameter
        case .number(let number): number.parameter
        case .string(let text): text.parameter
        case .array(let elements): elements.parameter
        case .object(let members): members.parameter
        }
    }
}
