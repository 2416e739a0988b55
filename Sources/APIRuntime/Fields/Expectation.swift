import Foundation

/// What should be at a place of an answer, in words that follow "expected".
struct Expectation: Error {
    let words: String
    /// Whether there is a text that is not in its format. That alone is no reason to lose an answer, as a format is
    /// an annotation (JSON Schema 2020-12, validation, section 7.2.1).
    var isMisfit = false

    static func words(for type: Any.Type) -> String {
        switch type {
        case is String.Type: return "a string"
        case is Bool.Type: return "true or false"
        case is any FixedWidthInteger.Type: return "an integer"
        case is any BinaryFloatingPoint.Type, is Decimal.Type: return "a number"
        default: break
        }
        let name = "\(type)"
        if name.hasPrefix("KeyedDecodingContainer") || name.hasPrefix("Dictionary") { return "an object" }
        if name.hasPrefix("Array") || name.contains("UnkeyedDecodingContainer") { return "an array" }
        return name
    }
}

extension Decoder {
    /// Whether texts have to be in the letter of their formats.
    var hasStrictFormats: Bool { (self as? JSONNodeDecoder)?.document.strictFormats ?? false }

    /// The error to throw when the text at this place is not in its format: an optional member is `nil` then.
    func misfit(expected: String) -> DecodingError {
        error(Expectation(words: expected, isMisfit: !hasStrictFormats))
    }

    func error(_ expectation: Expectation) -> DecodingError {
        .dataCorrupted(
            .init(
                codingPath: codingPath, debugDescription: "expected \(expectation.words)",
                underlyingError: expectation))
    }
}

extension DecodingError {
    /// Whether a text is not in its format.
    static func isMisfit(_ error: any Error) -> Bool {
        guard case DecodingError.dataCorrupted(let context) = error else { return false }
        return (context.underlyingError as? Expectation)?.isMisfit ?? false
    }

    /// The same error where the value has to be there.
    static func ofRequired(_ error: any Error) -> any Error {
        guard case DecodingError.dataCorrupted(let context) = error,
            let expectation = context.underlyingError as? Expectation, expectation.isMisfit
        else { return error }
        return DecodingError.dataCorrupted(
            .init(
                codingPath: context.codingPath, debugDescription: context.debugDescription,
                underlyingError: Expectation(words: expectation.words)))
    }
}
