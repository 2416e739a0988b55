/// URIs (RFC 3986) and IRIs (RFC 3987).
struct URISyntax {
    let isInternational: Bool

    /// Whether a text is a URI with a scheme.
    func isURI(_ text: String) -> Bool {
        guard let (scheme, rest) = scheme(of: text), !scheme.isEmpty else { return false }
        return isRelative(rest, mayHoldColon: true)
    }

    /// Whether a text is a URI, or a reference relative to one.
    func isReference(_ text: String) -> Bool {
        isURI(text) || isRelative(text[...], mayHoldColon: false)
    }

    private func scheme(of text: String) -> (Substring, Substring)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon]
        guard let first = scheme.utf8.first, first.isLetterOrDigit, !first.isDigit,
            scheme.utf8.allSatisfy({ $0.isLetterOrDigit || "+-.".utf8.contains($0) })
        else { return nil }
        return (scheme, text[text.index(after: colon)...])
    }

    /// What follows the scheme.
    private func isRelative(_ text: Substring, mayHoldColon: Bool) -> Bool {
        var rest = text
        var (query, fragment): (Substring, Substring) = ("", "")
        if let mark = rest.unicodeScalars.firstIndex(of: "#") {
            fragment = rest[rest.unicodeScalars.index(after: mark)...]
            rest = rest[..<mark]
        }
        if let mark = rest.unicodeScalars.firstIndex(of: "?") {
            query = rest[rest.unicodeScalars.index(after: mark)...]
            rest = rest[..<mark]
        }
        guard isMade(query, of: ":@/?", isQuery: true), isMade(fragment, of: ":@/?") else { return false }
        guard rest.hasPrefix("//") else {
            let first = rest.prefix { $0 != "/" }
            return isMade(rest, of: ":@/") && (mayHoldColon || !first.contains(":"))
        }
        rest = rest.dropFirst(2)
        let authority = rest.prefix { $0 != "/" }
        return isAuthority(authority) && isMade(rest.dropFirst(authority.count), of: ":@/")
    }

    private func isAuthority(_ text: Substring) -> Bool {
        var host = text
        if let at = host.lastIndex(of: "@") {
            guard isMade(host[..<at], of: ":") else { return false }
            host = host[host.index(after: at)...]
        }
        let digits = host.utf8.reversed().prefix(while: \.isDigit).count
        let beforePort = host.dropLast(digits)
        if beforePort.hasSuffix(":"), !host.hasPrefix("[") || beforePort.dropLast().hasSuffix("]") {
            host = beforePort.dropLast()
        }
        if host.hasPrefix("[") {
            guard host.hasSuffix("]") else { return false }
            let address = host.dropFirst().dropLast()
            return HostSyntax.isIPv6(address) || isFutureAddress(address)
        }
        return isMade(host, of: "")
    }

    /// RFC 3986, section 3.2.2, `IPvFuture`.
    private func isFutureAddress(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "v"),
            let dot = text.firstIndex(of: ".")
        else { return false }
        let version = text[..<dot].utf8.dropFirst()
        let address = text[text.index(after: dot)...]
        return !version.isEmpty && version.allSatisfy(\.isHexDigit) && !address.isEmpty
            && isMade(address, of: ":") && !address.contains("%")
    }

    /// Whether a component consists of unreserved characters, `sub-delims`, percent-encoded octets, and others.
    private func isMade(_ text: Substring, of others: String, isQuery: Bool = false) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar.isASCII else {
                guard isInternational, Self.isUnicode(scalar, isQuery: isQuery) else { return false }
                continue
            }
            if scalar == "%" {
                for _ in 0..<2 {
                    guard let digit = scalars.next(), digit.isASCII, UInt8(ascii: digit).isHexDigit else {
                        return false
                    }
                }
            } else {
                let byte = UInt8(ascii: scalar)
                guard
                    byte.isLetterOrDigit || "-._~!$&'()*+,;=".utf8.contains(byte)
                        || others.utf8.contains(byte)
                else { return false }
            }
        }
        return true
    }

    /// RFC 3987, section 2.2, `ucschar` and, in queries, `iprivate`.
    private static func isUnicode(_ scalar: Unicode.Scalar, isQuery: Bool) -> Bool {
        switch scalar.value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0xE000...0xF8FF, 0xF0000...: isQuery
        case 0x10000...0xEFFFF: scalar.value & 0xFFFF <= 0xFFFD
        default: false
        }
    }
}
