public import APIRuntime
import Crypto
import Foundation

/// A part of a request that is signed.
public enum SignedPart: Hashable, Sendable {
    /// The JSON body without whitespace and with the members of objects sorted by name; `null` if there is no body or
    /// it is an empty object. A body that is not JSON is a string.
    case body
    /// The path as sent: percent-encoded, with the path of the base URL.
    case path
    /// The percent-encoded query without the question mark; empty if there is none.
    case query
    /// The HTTP method as sent, such as `GET`.
    case method
}

extension Credential {
    /// A signature of the request as sent: HMAC-SHA256 (RFC 2104), in Base64 with padding (RFC 4648, section 4).
    ///
    /// The signed message is a JSON object without whitespace whose members are sorted by name, such as
    /// `{"content":null,"path":"/v1/pets","query":"limit=1"}`.
    ///
    /// - Parameters:
    ///   - key: The shared secret; its UTF-8 bytes are the key.
    ///   - parts: The members of the message by name.
    ///   - location: The location of the signature. A signature in the query is not signed itself.
    public static func hmacSHA256(
        key: String, signing parts: [String: SignedPart], in location: CredentialLocation,
    ) -> Credential {
        Credential(HMACSignature(key: key, parts: parts, location: location))
    }
}

private struct HMACSignature: Authorizer {
    let key: String
    let parts: [String: SignedPart]
    let location: CredentialLocation

    var phase: AuthorizationPhase { .signature }

    func authorize(_ request: inout OutgoingRequest) throws {
        let key = SymmetricKey(data: Data(key.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: try message(request), using: key)
        request.redact(self.key)
        request.set(Data(code).base64EncodedString(), in: location)
    }

    private func message(_ request: OutgoingRequest) throws -> Data {
        let members = try parts.sorted { $0.key < $1.key }.map { name, part in
            [UInt8](try JSONEncoder().encode(name)) + [UInt8(ascii: ":")] + (try json(part, of: request))
        }
        return Data(
            [UInt8(ascii: "{")] + members.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")])
    }

    private func json(_ part: SignedPart, of request: OutgoingRequest) throws -> [UInt8] {
        switch part {
        case .body: try body(request.body)
        case .path: try text(request.path)
        case .query: try text(request.query)
        case .method: try text(request.method.rawValue)
        }
    }

    private func text(_ text: String) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return Array(try encoder.encode(text))
    }

    private func body(_ body: Data?) throws -> [UInt8] {
        guard let body, !body.isEmpty else { return Array("null".utf8) }
        guard let canonical = CanonicalJSON.bytes(of: body) else {
            return try text(String(decoding: body, as: UTF8.self))
        }
        return canonical == Array("{}".utf8) ? Array("null".utf8) : canonical
    }
}
