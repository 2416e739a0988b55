public import APIRuntime
import Crypto
public import Foundation

/// The signature of the requests that a service sends, such as webhooks: HMAC-SHA256 (RFC 2104).
///
///     try Webhooks.signature.verify(body, headers: headers, secret: secret)
///     let order = try Webhooks.decode(Webhooks.OrderCreated.self, from: body)
///
/// A generated client has that of its document. Others are made of the parts that the service documents.
public struct WebhookSignature: Hashable, Sendable {
    /// A part of the signed message.
    public enum Part: Hashable, Sendable {
        /// The body as received, byte for byte.
        case body
        /// The value of a header.
        case header(String)
        /// The value of a field of the signature's own header, such as `t` in `t=1,v1=ab`.
        case field(String)
        /// A constant text, such as a separator.
        case text(String)
    }

    /// How a signature is written.
    public enum Encoding: String, Hashable, Sendable {
        case hex, base64
    }

    /// How the key is written.
    public enum Key: String, Hashable, Sendable {
        /// The UTF-8 bytes of the secret are the key.
        case text
        /// The secret is the key in Base64, after `whsec_` if it begins so.
        case base64
    }

    private let header: String
    private let prefix: String
    private let encoding: Encoding
    private let key: Key
    private let message: [Part]
    private let timestamp: Part?

    /// Creates a signature.
    ///
    /// - Parameters:
    ///   - header: The header that holds the signature, or several, separated by spaces or commas: one has to be right.
    ///   - prefix: What stands in front of a signature, such as `sha256=`. Others are ignored.
    ///   - encoding: How a signature is written.
    ///   - key: How the key is written.
    ///   - message: The parts of the signed message, in order.
    ///   - timestamp: The header or field with the Unix time of the signature in seconds, if there is one.
    public init(
        in header: String, prefix: String = "", encoding: Encoding = .hex, key: Key = .text,
        message: [Part] = [.body], timestamp: Part? = nil,
    ) {
        (self.header, self.prefix, self.encoding, self.key) = (header, prefix, encoding, key)
        (self.message, self.timestamp) = (message, timestamp)
    }

    /// The signature of the specification Standard Webhooks 1.0.
    public static let standard = WebhookSignature(
        in: "webhook-signature", prefix: "v1,", encoding: .base64, key: .base64,
        message: [.header("webhook-id"), .text("."), .header("webhook-timestamp"), .text("."), .body],
        timestamp: .header("webhook-timestamp"))

    /// Checks the signature of a request, in a time that does not depend on how much of it is right.
    ///
    /// - Parameters:
    ///   - body: The body as received, before any decoding.
    ///   - headers: The headers of the request.
    ///   - secret: The secret that the service shares with the receiver.
    ///   - now: The current time.
    ///   - tolerance: The maximum difference of the timestamp from the current time, which limits how long a recorded
    ///     request can be sent again.
    /// - Throws: ``InvalidSignature``.
    public func verify(
        _ body: Data, headers: HTTPFields, secret: String, now: Date = Date(),
        tolerance: Duration = .seconds(300),
    ) throws(InvalidSignature) {
        guard let value = HTTPField.Name(header).flatMap({ headers[$0] }) else {
            throw InvalidSignature(.missing)
        }
        if let timestamp {
            let text = text(of: timestamp, signature: value, headers)
            guard let seconds = text.flatMap({ Int64($0) }) else { throw InvalidSignature(.missing) }
            let age = abs(now.timeIntervalSince1970 - Double(seconds))
            guard age <= Double(tolerance.components.seconds) else { throw InvalidSignature(.expired) }
        }
        guard let message = message(body, signature: value, headers) else { throw InvalidSignature(.missing) }
        guard let key = symmetricKey(secret) else { throw InvalidSignature(.secret) }
        let isValid = candidates(in: value).contains {
            HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: message, using: key)
        }
        guard isValid else { throw InvalidSignature(.wrong) }
    }

    private func symmetricKey(_ secret: String) -> SymmetricKey? {
        switch key {
        case .text: return SymmetricKey(data: Data(secret.utf8))
        case .base64:
            let text = secret.hasPrefix("whsec_") ? String(secret.dropFirst("whsec_".count)) : secret
            return Data(base64Encoded: text).map { SymmetricKey(data: $0) }
        }
    }

    /// The signed message, or `nil` if the request lacks a part of it.
    private func message(_ body: Data, signature: String, _ headers: HTTPFields) -> Data? {
        var message = Data()
        for part in self.message {
            switch part {
            case .body: message += body
            case .text(let text): message += Data(text.utf8)
            case .header, .field:
                guard let text = text(of: part, signature: signature, headers) else { return nil }
                message += Data(text.utf8)
            }
        }
        return message
    }

    private func text(of part: Part, signature: String, _ headers: HTTPFields) -> String? {
        switch part {
        case .body: nil
        case .text(let text): text
        case .header(let name): HTTPField.Name(name).flatMap { headers[$0] }
        case .field(let name):
            Self.words(of: signature, by: ",").first { $0.hasPrefix("\(name)=") }
                .map { String($0.dropFirst(name.count + 1)) }
        }
    }

    /// The signatures that the header holds. The comma of a prefix separates nothing.
    private func candidates(in value: String) -> [Data] {
        let words = Self.words(of: value, by: prefix.contains(",") ? "" : ",")
        return words.filter { $0.hasPrefix(prefix) }.compactMap { decoded($0.dropFirst(prefix.count)) }
    }

    private static func words(of text: String, by separators: String) -> [Substring] {
        text.split { $0 == " " || separators.contains($0) }
    }

    private func decoded(_ text: Substring) -> Data? {
        switch encoding {
        case .base64: return Data(base64Encoded: String(text))
        case .hex:
            let digits = text.compactMap(\.hexDigitValue)
            guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
            return Data(
                stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
        }
    }
}

/// The error for a request whose signature is not that of the service. Do not act on such a request.
public struct InvalidSignature: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure. More may be added: a `switch` needs a `default`.
    public struct Reason: RawRepresentable<String>, Hashable, Sendable {
        /// The name of the reason, such as `expired`.
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The request lacks its signature, or a header that is signed.
        public static var missing: Self { Self(rawValue: "missing") }
        /// The signature is too old, or of the future.
        public static var expired: Self { Self(rawValue: "expired") }
        /// The signature is not that of the request.
        public static var wrong: Self { Self(rawValue: "wrong") }
        /// The secret is not written as the service writes it.
        public static var secret: Self { Self(rawValue: "secret") }
    }

    /// The kind of failure.
    public let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    public var description: String {
        switch reason {
        case .missing: "The request is not signed, or lacks a header that its signature covers."
        case .expired: "The signature of the request is too old, or the clocks differ."
        case .secret: "The secret of the signature is not valid Base64."
        default:
            "The signature of the request is wrong. Check the secret, and pass the body as it was received."
        }
    }
}
