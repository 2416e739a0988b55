/// The error of an attempt as logs and traces may show it: no text that may hold a value of the request.
package struct AttemptFailure: Error, CustomStringConvertible {
    /// `error.type`: the reason of a ``TransportError``, or the name of the error's type.
    package let type: String
    /// The message of a ``TransportError``, with secrets redacted; `nil` for any other error.
    package let message: String?
    /// Whether the task of the call was cancelled.
    package let isCancellation: Bool

    package init(_ error: any Error, of request: TransportRequest) {
        isCancellation = error is CancellationError
        if let error = error as? TransportError {
            type = error.reason.rawValue
            message = Redaction(secrets: request.secrets).cleaned(error.message)
        } else {
            type = String(describing: Swift.type(of: error))
            message = nil
        }
    }

    package var description: String { message.map { "\(type): \($0)" } ?? type }
}
