/// Percent-encoding (RFC 3986, section 2.1), as clients have it.
enum PercentEncoding {
    /// Where a value stands, which decides what of it stays if reserved characters are allowed.
    enum Place {
        case path, query, cookie

        fileprivate var reserved: String {
            switch self {
            case .path: ":@!$&'()*+,;="
            case .query: ":/?@!$'()*,;="
            case .cookie: ":/?#[]@!$&'()*+="
            }
        }
    }

    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    /// What a URL has outside of addresses, with the sign of what is encoded.
    private static let ofURLs = unreserved.union(":/?#@!$&'()*+,;=%".utf8)

    static func encoded(_ text: String) -> String { encoded(text, except: unreserved, keepsTriples: false) }

    /// A text with the reserved characters that a place allows, and with what is encoded already.
    static func encoded(_ text: String, allowingReservedIn place: Place) -> String {
        encoded(text, except: unreserved.union(place.reserved.utf8), keepsTriples: true)
    }

    /// A URL without characters that no URL has. What is encoded stays so.
    static func mended(_ url: some StringProtocol) -> String {
        encoded(url, except: ofURLs, keepsTriples: true)
    }

    private static func encoded(
        _ text: some StringProtocol, except allowed: Set<UInt8>, keepsTriples: Bool,
    ) -> String {
        let bytes = Array(text.utf8)
        var result = String.UnicodeScalarView()
        for (index, byte) in bytes.enumerated() {
            if allowed.contains(byte) || keepsTriples && isTriple(bytes, at: index) {
                result.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result.append(contentsOf: ("%" + (byte < 16 ? "0" : "") + digits).unicodeScalars)
            }
        }
        return String(result)
    }

    private static func isTriple(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
            && bytes[index + 1...index + 2].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}
