/// A successful answer on its way to becoming a value, for operations whose statuses or media types bring different
/// bodies.
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

    /// The code of the status: 2xx, or another one that the operation lists as a success.
    public var status: Int { exchange.response.head.status.code }

    /// Whether the content type of the answer is one of several, apart from its parameters (RFC 9110, section 8.3.1).
    ///
    /// - Parameter names: Media types, or ranges such as `image/*`. `application/json` stands for JSON under any
    ///   name.
    public func hasMediaType(_ names: String...) -> Bool {
        exchange.response.head.headerFields[.contentType].map { type in
            names.contains { MediaType.matches(type, pattern: $0) }
        } ?? false
    }

    /// The body as a value, as ``APIClient/send(_:)`` would make it.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` if the body is none.
    public func value<Value: Decodable>() throws(APIError) -> Value { try exchange.value() }

    /// The error to throw for a status that the document does not name.
    ///
    /// - Parameter expected: The statuses that it names, in words.
    public func unexpectedStatus(expected: String) -> APIError {
        let mismatch = Mismatch(
            path: "the status", expected: expected, found: "\(status)",
            excerpt: exchange.redaction.excerpt(of: Array(exchange.response.body), around: 0))
        return exchange.undecodable(mismatch)
    }
}

/// A value that depends on the answer: an enum with a case for each success that a document lists.
@_spi(Generated) public protocol ResponseDecodable: Sendable {
    /// Chooses by the status and the media type, and decodes the body that belongs to them.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` for another status, or a body that does not fit.
    init(_ response: ResponseReader) throws(APIError)
}

@_spi(Generated) extension APIClient {
    /// Sends a request and makes a value of its answer, by its status and its media type.
    public func send<Value: ResponseDecodable>(_ request: Request) async throws(APIError) -> Value {
        var request = request
        if request.accept == nil { request.accept = "application/json" }
        return try Value(ResponseReader(exchange: try await exchange(request)))
    }
}
