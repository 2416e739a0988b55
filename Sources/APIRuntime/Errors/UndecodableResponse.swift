public import Foundation

/// A success whose body is not what the document says.
public struct UndecodableResponse: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The status, 2xx.
    public let status: HTTPResponse.Status
    /// The headers as the service sent them; they may hold secrets.
    public let headers: HTTPFields
    /// The bytes of the body, as they came: they may hold secrets.
    public let body: Data
    /// The name that the service gave the request, to be quoted to its support.
    public let requestID: String?
    /// The place in the body, as `$.data[3].created_date`, or `the status` where the document does not name it.
    public let path: String
    /// What the document says is there, in words.
    public let expected: String
    /// What is there, in words or as far as it is short.
    public let found: String
    /// At most some 200 characters of the body around the place, without secrets.
    public let excerpt: String
    /// The status and the name of the request, without secrets.
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

    /// Shows no raw body and only the names of headers.
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
