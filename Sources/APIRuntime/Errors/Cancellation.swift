/// A call whose task was cancelled before its answer was complete.
public struct Cancellation: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String

    public var description: String {
        "\(operation) was cancelled. The service may have done its work all the same."
    }
}
