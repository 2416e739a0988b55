public import Foundation

/// The answer behind a value: see ``ServiceClient/withResponse(_:)``.
public struct APIResponse: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The status: 2xx, or another one that the operation lists as a success.
    public let status: HTTPResponse.Status
    /// The headers as the service sent them; they may hold secrets.
    public let headers: HTTPFields
    /// The bytes of the body.
    public let body: Data
    /// What is left of the caller's share, if the service tells.
    public let rateLimit: RateLimit?
}

extension APIResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(status.code), \(body.count) bytes" }
    public var debugDescription: String { description }

    /// Shows no body and only the names of headers: both may hold secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "operation": operation, "status": status.code, "headers": headers.map(\.name.rawName),
                "body": "\(body.count) bytes",
            ])
    }
}
