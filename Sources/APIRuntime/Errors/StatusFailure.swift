public import Foundation

/// A response with a status other than 2xx that the operation does not declare as a success.
public struct StatusFailure: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The status, other than 2xx.
    public let status: HTTPResponse.Status
    /// The response headers, unredacted: they may contain secrets.
    public let headers: HTTPFields
    /// The response body, unredacted: it may contain secrets.
    public let body: Data
    /// The ID that the service assigned to the request, to be quoted to its support.
    public let requestID: String?
    /// The rate limit, if the response headers state one.
    public let rateLimit: RateLimit?

    private let declared: (any (Decodable & Sendable).Type)?
    private let reading: AnswerReading
    private let excerpt: String
    /// The status and the request ID, redacted.
    private let summary: String

    init(
        operation: String, response: TransportResponse, names: ClientConfiguration.ResponseHeaders,
        declared: (any (Decodable & Sendable).Type)?, reading: AnswerReading, _ redaction: Redaction,
    ) {
        self.reading = reading
        self.operation = operation
        self.declared = declared
        status = response.head.status
        headers = response.head.headerFields
        body = response.body
        requestID = headers.requestID(by: names)
        rateLimit = RateLimit(headers, by: names)
        excerpt = redaction.excerpt(of: Array(body), around: 0)
        summary = response.summary(requestID: requestID, redaction)
    }

    /// Decodes the body as the type that the operation declares for this status.
    ///
    /// `Data` is the bytes unchanged, and `String` the text of a body of a `text` type. Other types are decoded from
    /// JSON.
    ///
    /// Placeholders are not used (``AnswerReading/substituting``), since they would match any body.
    ///
    /// - Returns: `nil` if another type is declared for this status, or if the body does not match the type. For a
    ///   status without a declared type, any type may be tried.
    public func body<Body: Decodable & Sendable>(as type: Body.Type) -> Body? {
        guard declared == nil || declared == type else { return nil }
        if let bytes = body as? Body { return bytes }
        let isText = headers[.contentType].map(MediaType.isText) ?? false
        let text = isText ? Charset(contentType: headers[.contentType]).text(body) : nil
        if let text = text as? Body { return text }
        return try? JSONCoding.decode(type, from: body, reading: reading.withoutPlaceholders)
    }

    /// The delay or date of the `Retry-After` header (RFC 9110, section 10.2.3), if there is one.
    public var retryAfter: RetryAfter? { headers[.retryAfter].flatMap(RetryAfter.init) }
}

extension StatusFailure: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        let answer = excerpt.isEmpty ? "" : " The answer: \(excerpt)"
        return "\(operation) was answered with \(summary).\(advice)\(answer)"
    }

    public var debugDescription: String { description }

    /// Omits the body and the values of headers.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "operation": operation, "status": status.code, "summary": summary,
                "headers": headers.map(\.name.rawName), "excerpt": excerpt,
            ])
    }

    private var advice: String {
        switch status.code {
        case 304: " What you have is current."
        case 300..<400: " The service names another place in `Location`; check the URL of the server."
        case 401: " Check the credentials of the client."
        case 403: " The credentials are known, but do not allow this."
        case 404: " Check the identifiers and the URL of the server."
        case 409, 412: " Read the resource again, and repeat the change on what it is now."
        case 429, 503: " Try again \((retryAfter ?? rateLimit?.reset).map(\.description) ?? "later")."
        case 500..<600: " The service failed; it may work later."
        default: ""
        }
    }
}
