public import Foundation

/// What a response contains for the call of another operation (OpenAPI 3.1, section 4.8.20, Link Object).
@_spi(Generated) public enum ResponseLink {
    /// The value for a required parameter.
    ///
    /// - Parameters:
    ///   - value: The value, or `nil` if the response lacks it.
    ///   - pointer: Its place in the body of the response, a JSON pointer (RFC 6901).
    ///   - parameter: The name of the parameter in the document.
    ///   - operation: The `operationId` in the document.
    /// - Throws: ``APIError/invalidRequest(_:)`` if there is no value.
    public static func value<Value>(
        _ value: Value?, at pointer: String, for parameter: String, of operation: String,
    ) throws(APIError) -> Value {
        guard let value else {
            let message = "\(parameter) is required, and the response has no value at \(pointer)"
            let violation = Violation(path: parameter, rule: .required, message: message)
            throw .invalidRequest(InvalidRequest(operation: operation, violations: [violation]))
        }
        return value
    }

    /// The text that a parameter for a UUID sends (RFC 9562, section 4).
    public static func text(_ value: UUID) -> String { value.uuidString.lowercased() }

    /// The text that a parameter for a URL sends.
    public static func text(_ value: URL) -> String { value.absoluteString }
}
