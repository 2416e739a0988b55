/// A place where a response differs from the document, but was decoded by ``CallOptions/reading``.
///
/// The value itself may be a secret; only its kind is given.
public struct AnswerDeparture: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String
    /// The JSON path in the body, such as `$.data[3].created_date`.
    public let path: String
    /// A description of what the document declares there.
    public let expected: String
    /// The kind of the value that was received.
    public let found: String

    public var description: String {
        "The answer to \(operation) does not fit the document at \(path): expected \(expected), found \(found)."
    }
}
