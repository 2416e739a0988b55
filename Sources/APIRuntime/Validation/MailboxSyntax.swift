/// Mailboxes of RFC 5321, section 4.1.2, and RFC 6531, section 3.3.
enum MailboxSyntax {
    static func isMailbox(_ text: String, isInternational: Bool) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let (local, domain) = (text[..<at], text[text.index(after: at)...])
        return isLocal(local, isInternational: isInternational)
            && isDomain(domain, isInternational: isInternational)
    }

    private static func isLocal(_ text: Substring, isInternational: Bool) -> Bool {
        func isAllowed(_ byte: UInt8) -> Bool { byte < 128 || isInternational }
        let bytes = text.utf8
        if bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
            return isQuoted(bytes.dropFirst().dropLast(), isAllowed)
        }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            atom in
            !atom.isEmpty
                && atom.allSatisfy { byte in
                    isAllowed(byte)
                        && (byte >= 128 || byte.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte))
                }
        }
    }

    private static func isQuoted(_ bytes: Substring.UTF8View.SubSequence, _ isAllowed: (UInt8) -> Bool)
        -> Bool
    {
        var isEscaped = false
        for byte in bytes {
            guard byte >= 32, byte != 127, isAllowed(byte) else { return false }
            if !isEscaped, byte == UInt8(ascii: "\"") { return false }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        }
        return !isEscaped
    }

    private static func isDomain(_ text: Substring, isInternational: Bool) -> Bool {
        if text.hasPrefix("["), text.hasSuffix("]") {
            let address = text.dropFirst().dropLast()
            let prefix = "IPv6:"
            return address.hasPrefix(prefix)
                ? HostSyntax.isIPv6(address.dropFirst(prefix.count)) : HostSyntax.isIPv4(address)
        }
        guard isInternational else { return HostSyntax.isHostname(String(text)) }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty
                && label.unicodeScalars.allSatisfy { scalar in
                    !scalar.isASCII || UInt8(ascii: scalar).isLetterOrDigit || scalar == "-"
                }
        }
    }
}
