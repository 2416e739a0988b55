public import Foundation

/// The HTTP response that a value was decoded from; see ``ServiceClient/withResponse(_:)``.
public struct APIResponse: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The status: 2xx, or another that the operation declares as a success.
    public let status: HTTPResponse.Status
    /// The response headers, unredacted: they may contain secrets.
    public let headers: HTTPFields
    /// The response body, without transfer and content codings.
    public let body: Data
    /// The rate limit, if the response headers state one.
    public let rateLimit: RateLimit?
}

extension APIResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(status.code), \(body.count) bytes" }
    public var debugDescription: String { description }

    /// Omits the body and the values of headers, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "operation": operation, "status": status.code, "headers": headers.map(\.name.rawName),
                "body": "\(body.count) bytes",
            ])
    }
}
