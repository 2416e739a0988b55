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
        guard let value = try? ValueEncoder.encode(self) else { return }
        let violations = [Limit.schema(Self.validationSchema)].violations(
            by: value, at: "$", options: options)
        guard violations.isEmpty else { throw ValidationError(violations: violations) }
    }
}

/// The error for a value that violates the API description.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The violations, at least one.
    public let violations: [Violation]

    public var description: String { violations.map(\.description).joined(separator: "; ") + "." }
}
