public import Foundation

/// A successful response that does not match the document.
public struct UndecodableResponse: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The status: 2xx, or another that the operation declares as a success.
    public let status: HTTPResponse.Status
    /// The response headers, unredacted: they may contain secrets.
    public let headers: HTTPFields
    /// The response body, or the item of a stream, unredacted: it may contain secrets.
    public let body: Data
    /// The ID that the service assigned to the request, to be quoted to its support.
    public let requestID: String?
    /// The JSON path of the mismatch, such as `$.data[3].created_date`, or `the status` for an undeclared status.
    public let path: String
    /// A description of what the document declares there.
    public let expected: String
    /// The value that was found, abbreviated or by its kind.
    public let found: String
    /// About 200 characters of the body around the mismatch, redacted.
    public let excerpt: String
    /// The status and the request ID, redacted.
    private let summary: String

    init(
        operation: String, response: TransportResponse, names: ClientConfiguration.ResponseHeaders,
        mismatch: Mismatch, _ redaction: Redaction,
    ) {
        self.operation = operation
        status = response.head.status
        headers = response.head.headerFields
        body = response.body
        requestID = headers.requestID(by: names)
        path = mismatch.path
        expected = mismatch.expected
        found = mismatch.found
        excerpt = mismatch.excerpt
        summary = response.summary(requestID: requestID, redaction)
    }
}

extension UndecodableResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        let near = excerpt.isEmpty ? "" : " Near: \(excerpt)"
        return "\(operation) succeeded (\(summary)), but its answer does not fit the document"
            + " at \(path): expected \(expected), found \(found)."
            + " Correct the document, or ask the service.\(near)"
    }

    public var debugDescription: String { description }

    /// Omits the body and the values of headers.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "operation": operation, "status": status.code, "summary": summary,
                "headers": headers.map(\.name.rawName), "path": path, "expected": expected, "found": found,
                "excerpt": excerpt,
            ])
    }
}
