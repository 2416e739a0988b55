/// Names and addresses of hosts.
enum HostSyntax {
    /// RFC 1123, section 2.1: labels of letters, digits and inner hyphens.
    static func isHostname(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= 253, !bytes.isEmpty else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"),
            label.last != UInt8(ascii: "-"),
            label.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") })
        else { return false }
        // Two hyphens at the third place begin an encoded label (RFC 5891, section 4.2.3.1).
        let text = String(decoding: label, as: UTF8.self).lowercased()
        guard text.dropFirst(2).hasPrefix("--") else { return true }
        return text.hasPrefix("xn--") && text.utf8.count > 4
    }

    /// RFC 2673, section 3.2, `dotted-quad`.
    static func isIPv4(_ text: some StringProtocol) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                let digits = String(decoding: part, as: UTF8.self)
                guard part.allSatisfy(\.isDigit), let number = Int(digits) else { return false }
                return number < 256 && String(number) == digits
            }
    }

    /// RFC 4291, section 2.2.
    static func isIPv6(_ text: some StringProtocol) -> Bool {
        let halves = split(String(text))
        guard halves.count <= 2 else { return false }
        let counts = halves.enumerated().map { groups($1, mayEndInIPv4: $0 == halves.count - 1) }
        let known = counts.compactMap(\.self)
        guard known.count == counts.count else { return false }
        let sum = known.reduce(0, +)
        return halves.count == 2 ? sum <= 7 : sum == 8
    }

    /// The parts around `::`.
    private static func split(_ text: String) -> [Substring] {
        var halves: [Substring] = []
        var rest = text[...]
        while let gap = rest.firstRange(of: "::") {
            halves.append(rest[..<gap.lowerBound])
            rest = rest[gap.upperBound...]
        }
        return halves + [rest]
    }

    /// The number of groups of 16 bits; `nil` if one of them is invalid.
    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> Int? {
        if text.isEmpty { return 0 }
        var groups = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var count = 0
        if mayEndInIPv4, let last = groups.last, last.contains(UInt8(ascii: ".")) {
            guard isIPv4(String(decoding: last, as: UTF8.self)) else { return nil }
            groups.removeLast()
            count = 2
        }
        guard groups.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) }) else {
            return nil
        }
        return count + groups.count
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetterOrDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
    var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}
