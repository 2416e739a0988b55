/// Percent-encoding (RFC 3986, section 2.1).
enum PercentEncoding {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    private static let reserved = Set(":/?#[]@!$&'()*+,;=".utf8)
    /// What a URL has outside of addresses, with the sign of what is encoded.
    private static let ofURLs = unreserved.union(reserved).union("%".utf8).subtracting("[]".utf8)

    static func encoded(_ text: String, allowingReserved: Bool = false) -> String {
        encoded(text, except: allowingReserved ? unreserved.union(reserved) : unreserved)
    }

    /// A URL without characters that no URL has. What is encoded stays so.
    static func mended(_ url: some StringProtocol) -> String { encoded(url, except: ofURLs) }

    private static func encoded(_ text: some StringProtocol, except allowed: Set<UInt8>) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if allowed.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (byte < 16 ? "0" : "") + digits
            }
        }
    }
}
