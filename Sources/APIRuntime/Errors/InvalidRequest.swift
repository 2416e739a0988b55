/// A request that was not sent, with everything that is wrong with it.
public struct InvalidRequest: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String
    /// At least one, in the order of the statements.
    public let violations: [Violation]

    public var description: String {
        "\(operation) was not sent: \(violations.map(\.message).joined(separator: "; "))."
    }
}
