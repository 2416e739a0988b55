public import Foundation

/// Bytes in the URL-safe Base64 alphabet (RFC 4648, section 5): `format: base64url`.
public struct Base64URL: Hashable, Sendable {
    /// The decoded bytes.
    public var data: Data

    /// Wraps bytes.
    public init(_ data: Data) { self.data = data }
}

extension Base64URL: LosslessStringConvertible {
    /// Parses `-_8=`, with or without padding; `nil` for any other text.
    public init?(_ description: String) {
        guard let data = Base64Text(description).bytes(.url, isStrict: true) else { return nil }
        self.data = data
    }

    /// The encoded text, with padding.
    public var description: String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }
}

/// Base64 text (RFC 4648).
struct Base64Text {
    /// The alphabets of sections 4 and 5 of the RFC.
    enum Alphabet { case standard, url }

    private let text: String

    init(_ text: String) { self.text = text }

    /// The decoded bytes, or `nil` if the text is invalid.
    ///
    /// - Parameter isStrict: Whether only the syntax of the RFC is accepted. Otherwise, line breaks (RFC 2045, section
    ///   6.8), missing padding and the other alphabet are accepted, too, but not both alphabets in one text.
    func bytes(_ alphabet: Alphabet, isStrict: Bool) -> Data? {
        let text = [UInt8](text.utf8).filter {
            isStrict || $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n")
        }
        let isStandard = text.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
        let isURL = text.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        guard !(isStandard && isURL) else { return nil }
        if isStrict, alphabet == .standard ? isURL : isStandard { return nil }
        let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        // Section 3.2 requires padding; section 5 allows its omission.
        let mayLackPadding = !isStrict || alphabet == .url
        guard text.count % 4 == 0 && padding <= 2 || mayLackPadding && padding == 0,
            !text.dropLast(padding).contains(UInt8(ascii: "="))
        else { return nil }
        return Self.decoded(text)
    }

    private static func decoded(_ text: [UInt8]) -> Data? {
        let standard = text.map { byte in
            switch byte {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: byte
            }
        }
        let missing = (4 - text.count % 4) % 4
        return Data(base64Encoded: Data(standard + Array(repeating: UInt8(ascii: "="), count: missing)))
    }
}
