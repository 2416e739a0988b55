import Foundation

/// What was expected at a place of a response, in words.
struct Expectation: Error {
    let words: String
    /// Whether a string violates its format. By itself, that does not invalidate a response, since `format` is an
    /// annotation (JSON Schema 2020-12, validation, section 7.2.1).
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
    /// Parses a string by the standard of its format and, except in strict reading, in the variants that services
    /// write.
    ///
    /// - Throws: `DecodingError`, which makes an optional property `nil`.
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

    /// The error for a value that does not match the document.
    ///
    /// - Parameter expected: What was expected, in words: `a cat or a dog`.
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
    /// The path of the error, the absent member if there is one, and what was expected, in words.
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

    /// Whether the error is a string that violates its format.
    static func isMisfit(_ error: any Error) -> Bool {
        guard case DecodingError.dataCorrupted(let context) = error else { return false }
        return (context.underlyingError as? Expectation)?.isMisfit ?? false
    }

    /// The same error for a required value.
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

/// The node of an error, as the last key of its coding path. Its path is computed only if the error reaches the caller:
/// most of these errors are caught while the alternatives of a union are tried.
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
    /// The coding path of an error at this place.
    var errorPath: [any CodingKey] { (self as? JSONNodeDecoder).map { [NodePlace($0)] } ?? codingPath }
}

extension DecodingError {
    /// The same error with its path resolved.
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
