public import Foundation

/// The interface of the namespaces for payloads of webhooks and callbacks, which are decoded like responses.
public protocol PayloadDecoding {}

extension PayloadDecoding {
    /// Decodes the body of a request that the service sent, such as that of a webhook.
    ///
    /// The body does not authenticate its sender: verify the service's signature, if there is one, before decoding.
    ///
    /// - Parameters:
    ///   - type: The type of the payload.
    ///   - body: The JSON text of the body (RFC 8259).
    ///   - reading: How strictly the body is checked against the document.
    /// - Throws: ``PayloadMismatch`` if the body does not match the document.
    public static func decode<Payload: Decodable>(
        _ type: Payload.Type = Payload.self, from body: Data, reading: AnswerReading = .lenient,
    ) throws(PayloadMismatch) -> Payload {
        try JSONCoding.decodePayload(type, from: body, reading: reading)
    }
}

/// The error for a payload that does not match the document.
public struct PayloadMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// The JSON path of the mismatch, such as `$.data[3].created_date`.
    public let path: String
    /// A description of what the document declares there.
    public let expected: String
    /// The value that was found, abbreviated or by its kind.
    public let found: String

    init(_ mismatch: Mismatch) {
        (path, expected, found) = (mismatch.path, mismatch.expected, mismatch.found)
    }

    public var description: String {
        "The payload does not fit the document at \(path): expected \(expected), found \(found)."
    }
}

extension JSONCoding {
    /// Decodes JSON that is not the response to a call.
    static func decodePayload<Value: Decodable>(
        _ type: Value.Type, from bytes: Data, reading: AnswerReading,
    ) throws(PayloadMismatch) -> Value {
        do {
            return try decode(type, from: bytes, reading: reading)
        } catch {
            throw PayloadMismatch(Mismatch(error, in: bytes, redaction: Redaction(secrets: [])))
        }
    }
}
