/// A successful response, for operations whose success responses differ by status or media type.
///
///     init(_ response: ResponseReader) throws(APIError) {
///         switch response.status {
///         case 200 where response.hasMediaType("application/json"): self = .json(try response.value())
///         case 200: self = .bytes(try response.value())
///         case 202: self = .accepted(try response.value())
///         default: throw response.unexpectedStatus(expected: "200 or 202")
///         }
///     }
@_spi(Generated) public struct ResponseReader: Sendable {
    let exchange: Exchange

    /// The status code: 2xx, or another that the operation declares as a success.
    public var status: Int { exchange.response.head.status.code }

    /// Whether the `Content-Type` matches one of several media types, ignoring parameters (RFC 9110, section 8.3.1).
    ///
    /// - Parameter names: Media types, or ranges such as `image/*`. `application/json` matches every JSON media type,
    ///   `+json` included.
    public func hasMediaType(_ names: String...) -> Bool {
        exchange.response.head.headerFields[.contentType].map { type in
            names.contains { MediaType.matches(type, pattern: $0) }
        } ?? false
    }

    /// Decodes the body as ``APIClient/send(_:)`` does.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` if the body does not match the type.
    public func value<Value: Decodable>() throws(APIError) -> Value { try exchange.value() }

    /// The error to throw for a status that the operation does not declare.
    ///
    /// - Parameter expected: The declared statuses, in words.
    public func unexpectedStatus(expected: String) -> APIError {
        let mismatch = Mismatch(
            path: "the status", expected: expected, found: "\(status)",
            excerpt: exchange.redaction.excerpt(of: Array(exchange.response.body), around: 0))
        return exchange.undecodable(mismatch)
    }
}

/// A value whose form depends on the response: an enum with a case for each success response of an operation.
@_spi(Generated) public protocol ResponseDecodable: Sendable {
    /// Selects the case by the status and the media type, and decodes the body.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` for an undeclared status, or a body that does not match.
    init(_ response: ResponseReader) throws(APIError)
}

@_spi(Generated) extension APIClient {
    /// Sends a request and decodes its response by its status and media type.
    ///
    /// - Throws: ``APIError``; ``APIError/undecodable(_:)`` for an undeclared status or media type, or a body that does
    ///   not match.
    public func send<Value: ResponseDecodable>(_ request: Request) async throws(APIError) -> Value {
        var request = request
        if request.accept == nil { request.accept = "application/json" }
        return try Value(ResponseReader(exchange: try await exchange(request)))
    }
}
