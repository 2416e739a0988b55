/// Percent-encoding (RFC 3986, section 2.1). `URLComponents` leaves `+`, `/`, `;` and others unescaped, which some
/// services misinterpret.
package enum PercentEncoding {
    /// Escapes every byte of the UTF-8 but the unreserved characters of RFC 3986, section 2.3.
    package static func encode(_ text: String) -> String {
        encode(Array(text.utf8)) { isUnreserved($0[$1]) }
    }

    /// The function that encodes the values of a parameter.
    static func encoder(in place: Place, allowsReserved: Bool) -> (_ text: String) -> String {
        allowsReserved ? encodeAllowingReserved(in: place) : encode
    }

    /// Also keeps percent-encoded triples and the reserved characters that are allowed in a location (`allowReserved`).
    private static func encodeAllowingReserved(in place: Place) -> (_ text: String) -> String {
        let reserved = Set(place.reserved.utf8)
        return { text in
            encode(Array(text.utf8)) { bytes, index in
                isUnreserved(bytes[index]) || reserved.contains(bytes[index]) || isTriple(bytes, at: index)
            }
        }
    }

    /// The location of a value.
    enum Place {
        /// Keeps reserved characters other than `/`, `?` and `#`, which end a segment (OpenAPI 3.1, path templating),
        /// and brackets (RFC 3986, section 3.3).
        case path
        /// Keeps reserved characters other than `#`, `[` and `]`, which are not allowed in a query (RFC 3986, section
        /// 3.4), and `&` and `+`, which would end the value or be decoded as a space.
        case query
        /// Keeps reserved characters other than the comma and the semicolon (RFC 6265, section 4.1.1).
        case cookie

        fileprivate var reserved: String {
            switch self {
            case .path: ":@!$&'()*+,;="
            case .query: ":/?@!$'()*,;="
            case .cookie: ":/?#[]@!$&'()*+="
            }
        }
    }

    private static func encode(_ bytes: [UInt8], keeping isKept: ([UInt8], Int) -> Bool) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if isKept(bytes, index) {
                result.append(byte)
            } else {
                result.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }

    private static func isTriple(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
            && isHexDigit(bytes[index + 1]) && isHexDigit(bytes[index + 2])
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isHexDigit
    }
}
