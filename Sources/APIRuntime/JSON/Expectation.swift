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
        default: return "\(type)"
        }
    }
}

extension Decoder {
    /// Reads the text at this place by the letter of its format and, unless formats are strict, as services write it.
    ///
    /// - Throws: What makes an optional member `nil`, if it is neither.
    func formatted<Value>(
        _ text: String, expected: String, _ read: (_ text: String, _ isStrict: Bool) -> Value?,
    ) throws -> Value {
        let json = self as? JSONNodeDecoder
        let isStrict = json?.document.reading == .strict
        if json != nil, let value = read(text, true) { return value }
        guard !isStrict, let value = read(text, false) else {
            throw error(Expectation(words: expected, isMisfit: !isStrict))
        }
        json?.depart(expected: expected)
        return value
    }

    /// The error to throw when the value at this place is not what the document says.
    ///
    /// - Parameter expected: What should be there, in words that follow "expected": `a cat or a dog`.
    package func mismatch(expected: String) -> DecodingError {
        error(Expectation(words: expected))
    }

    func error(_ expectation: Expectation) -> DecodingError {
        .dataCorrupted(
            .init(
                codingPath: errorPath, debugDescription: "expected \(expectation.words)",
                underlyingError: expectation))
    }
}

extension DecodingError {
    /// Where something else should be, or which member of an object, and what, in words that follow "expected".
    var expectation: (path: [any CodingKey], member: (any CodingKey)?, words: String) {
        switch self {
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            (context.codingPath, nil, Expectation.words(for: type))
        case .keyNotFound(let key, let context):
            (context.codingPath, key, "a value, since the member is required")
        case .dataCorrupted(let context):
            (context.codingPath, nil, (context.underlyingError as? Expectation)?.words ?? "another value")
        @unknown default: ([], nil, "another value")
        }
    }

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

// MARK: - Places

/// A value's place in a text, as the last of an error's coding path. Which keys lead there is found only if the error
/// reaches the caller: most of them tell a union that a value is another of its cases.
struct NodePlace: CodingKey {
    let document: JSONDocument
    let node: Int

    init(_ decoder: JSONNodeDecoder) { (document, node) = (decoder.document, decoder.node) }
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }

    var stringValue: String { JSONPath(document.path(to: node)).description }
    var intValue: Int? { nil }
}

extension Decoder {
    /// The way to this place for an error.
    var errorPath: [any CodingKey] { (self as? JSONNodeDecoder).map { [NodePlace($0)] } ?? codingPath }
}

extension DecodingError {
    /// The same error with the keys that lead to its place.
    var withKeys: DecodingError {
        switch self {
        case .typeMismatch(let type, let context): .typeMismatch(type, context.withKeys)
        case .valueNotFound(let type, let context): .valueNotFound(type, context.withKeys)
        case .keyNotFound(let key, let context): .keyNotFound(key, context.withKeys)
        case .dataCorrupted(let context): .dataCorrupted(context.withKeys)
        @unknown default: self
        }
    }
}

extension DecodingError.Context {
    fileprivate var withKeys: Self {
        let keys = codingPath.flatMap { key in
            (key as? NodePlace).map { $0.document.path(to: $0.node) } ?? [key]
        }
        return Self(codingPath: keys, debugDescription: debugDescription, underlyingError: underlyingError)
    }
}
