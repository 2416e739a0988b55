public import Foundation

/// Names the payloads that a service sends by itself, and decodes them as the client decodes answers.
public protocol PayloadDecoding {}

extension PayloadDecoding {
    /// Decodes the body of a request that came from the service.
    ///
    /// The body proves nothing about its sender: check first what the service says of that, such as a signature.
    ///
    /// - Parameter reading: What is read of a body that differs from the document.
    /// - Throws: ``PayloadMismatch`` if the body is not what the document says.
    public static func decode<Payload: Decodable>(
        _ type: Payload.Type = Payload.self, from body: Data, reading: AnswerReading = .lenient,
    ) throws(PayloadMismatch) -> Payload {
        try JSONCoding.decodePayload(type, from: body, reading: reading)
    }
}

/// A payload that is not what the document says.
public struct PayloadMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place in the body, as `$.data[3].created_date`.
    public let path: String
    /// What the document says is there, in words.
    public let expected: String
    /// What is there, in words or as far as it is short.
    public let found: String

    init(_ mismatch: Mismatch) {
        (path, expected, found) = (mismatch.path, mismatch.expected, mismatch.found)
    }

    public var description: String {
        "The payload does not fit the document at \(path): expected \(expected), found \(found)."
    }
}

extension JSONCoding {
    /// Decodes what is no answer to a call.
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
