import Foundation

/// A request and its answer.
struct Exchange {
    let request: Request
    /// The request as it went out, with its credentials.
    let outgoing: OutgoingRequest
    let response: TransportResponse

    var redaction: Redaction { Redaction(secrets: request.secrets + outgoing.secrets) }

    /// The value of the body.
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws(APIError) -> Value {
        if let bytes = response.body as? Value { return bytes }
        if isText, let text = String(decoding: response.body, as: UTF8.self) as? Value { return text }
        do {
            let isAbsent = response.body.isEmpty && type is any OptionalValue.Type
            return try JSONCoding.decode(type, from: isAbsent ? Data("null".utf8) : response.body)
        } catch {
            let mismatch = Mismatch(error, in: response.body, redaction)
            throw .undecodable(
                UndecodableResponse(operation: request.operation, response: response, mismatch: mismatch))
        }
    }

    /// RFC 9110, section 8.3.1: names of media types are compared without case and parameters.
    private var isText: Bool {
        response.head.headerFields[.contentType]?.lowercased().hasPrefix("text/") ?? false
    }

    var statusFailure: APIError {
        .status(
            StatusFailure(
                operation: request.operation, response: response,
                declared: request.failureType(for: response.head.status.code), redaction))
    }
}

/// Tells the types that can be absent from those that cannot.
private protocol OptionalValue {}
extension Optional: OptionalValue {}
