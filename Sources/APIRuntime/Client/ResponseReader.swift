/// A successful answer on its way to becoming a value, for operations whose statuses bring different bodies.
///
///     init(_ response: ResponseReader) throws(APIError) {
///         switch response.status {
///         case 200: self = .ok(try response.value())
///         case 202: self = .accepted(try response.value())
///         default: throw response.unexpectedStatus(expected: "200 or 202")
///         }
///     }
public struct ResponseReader: Sendable {
    let exchange: Exchange

    /// The code of the status, 2xx.
    public var status: Int { exchange.response.head.status.code }

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
        return .undecodable(
            UndecodableResponse(
                operation: exchange.request.operation, response: exchange.response, mismatch: mismatch))
    }
}

/// A value that depends on the status of the answer: an enum with a case for each success that a document lists.
public protocol ResponseDecodable: Sendable {
    /// Chooses by the status, and decodes the body that belongs to it.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` for another status, or a body that does not fit.
    init(_ response: ResponseReader) throws(APIError)
}

extension APIClient {
    /// Sends a request and makes a value of its answer, by its status.
    public func send<Value: ResponseDecodable>(_ request: Request) async throws(APIError) -> Value {
        try Value(ResponseReader(exchange: try await exchange(request)))
    }
}
