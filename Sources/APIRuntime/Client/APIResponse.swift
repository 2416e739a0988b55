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
    public var rateLimit: RateLimit? { RateLimit(headers) }
}

extension HTTPFields {
    /// The name that the service gave the request, to be quoted to its support.
    ///
    /// There is no standard header for it; these are the common ones.
    var requestID: String? {
        let names = [
            "X-Request-ID", "Request-ID", "X-Correlation-ID", "ININ-Correlation-Id", "X-Amzn-RequestId",
        ]
        return names.lazy.compactMap { HTTPField.Name($0) }.compactMap { self[$0] }.first
    }
}

extension TransportResponse {
    /// The status with its phrase, and the name of the request, as far as the service sent them.
    func summary(_ redaction: Redaction) -> String {
        let phrase = redaction.quoted(head.status.reasonPhrase)
        let request = head.headerFields.requestID.map { ", request \(redaction.quoted($0))" } ?? ""
        return (phrase.isEmpty ? "\(head.status.code)" : "\(head.status.code) \(phrase)") + request
    }
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
