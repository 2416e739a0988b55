/// A place where an answer differs from the document, and was read all the same, as ``CallOptions/reading`` says.
///
/// What stands there is told by its kind alone, as it may be a secret.
public struct AnswerDeparture: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String
    /// The place in the body, as `$.data[3].created_date`.
    public let path: String
    /// What the document says is there, in words.
    public let expected: String
    /// What is there, in words.
    public let found: String

    public var description: String {
        "The answer to \(operation) does not fit the document at \(path): expected \(expected), found \(found)."
    }
}
