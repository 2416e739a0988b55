/// A request that was not sent because of violations.
public struct InvalidRequest: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String
    /// The violations, at least one, in the order in which the request was built.
    public let violations: [Violation]

    public var description: String {
        "\(operation) was not sent: \(violations.map(\.description).joined(separator: "; "))."
    }
}
