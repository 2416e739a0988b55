/// A call whose task was cancelled before the response was complete.
public struct Cancellation: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String

    public var description: String {
        "\(operation) was cancelled. The service may have done its work all the same."
    }
}
