/// A type whose values the API description restricts beyond what the type itself guarantees.
public protocol Validatable {
    /// The constraints of the API description.
    static var validationSchema: ValueSchema { get }
}

extension Validatable where Self: Encodable {
    /// Checks a value as a request would send it, without sending it.
    ///
    /// - Throws: ``ValidationError`` with all violations, in the order of the document.
    public func validate(_ options: ValidationOptions = []) throws(ValidationError) {
        try check(options, isRequest: true)
    }

    /// Checks a value as the service sends it: with read-only properties, and without write-only ones.
    ///
    /// - Throws: ``ValidationError`` with all violations, in the order of the document.
    public func validateAsReceived(_ options: ValidationOptions = []) throws(ValidationError) {
        try check(options, isRequest: false)
    }

    private func check(_ options: ValidationOptions, isRequest: Bool) throws(ValidationError) {
        let value: EncodedValue
        do {
            value = try ValueEncoder.encode(self, keepsReadOnly: !isRequest)
        } catch {
            throw ValidationError(violations: [.encoding("body", reason: "cannot be written as JSON")])
        }
        let violations = [Limit.schema(Self.validationSchema)].violations(
            by: value, at: "$", options: options, isRequest: isRequest)
        guard violations.isEmpty else { throw ValidationError(violations: violations) }
    }
}

/// The error for a value that violates the API description.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The violations, at least one.
    public let violations: [Violation]

    public var description: String { violations.map(\.description).joined(separator: "; ") + "." }
}
