import Foundation

/// A request and its answer.
struct Exchange: Sendable {
    let request: Request
    /// The request as it went out, with its credentials.
    let outgoing: OutgoingRequest
    /// The answer; of a stream, its head alone.
    let response: TransportResponse
    /// What follows the head of a stream.
    var rest: TransportStream.Body?

    var redaction: Redaction { Redaction(secrets: request.secrets + outgoing.secrets) }

    /// The value of the body.
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws(APIError) -> Value {
        let isAbsent = response.body.isEmpty && type is any OptionalValue.Type
        if !isAbsent, let bytes = response.body as? Value { return bytes }
        if !isAbsent, isText, let text = text as? Value { return text }
        do {
            return try JSONCoding.decode(type, from: isAbsent ? Data("null".utf8) : response.body)
        } catch {
            let mismatch = Mismatch(error, in: response.body, redaction)
            throw .undecodable(
                UndecodableResponse(operation: request.operation, response: response, mismatch: mismatch))
        }
    }

    /// Whether a `String` is the body itself instead of a string in JSON.
    private var isText: Bool {
        if let contentType = response.head.headerFields[.contentType] {
            return MediaType.isText(contentType) || !acceptsJSON && !MediaType.isJSON(contentType)
        }
        return !acceptsJSON
    }

    private var acceptsJSON: Bool {
        guard let accept = request.accept else { return true }
        return accept.split(separator: ",").contains { MediaType.isJSON(String($0)) }
    }

    private var text: String {
        let contentType = response.head.headerFields[.contentType] ?? ""
        guard MediaType.isLatin1(contentType) else { return String(decoding: response.body, as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: response.body.map { Unicode.Scalar($0) })
        return String(scalars)
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
