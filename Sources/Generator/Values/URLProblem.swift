/// Problems that prevent a client from using a URL (RFC 3986; RFC 9110, section 4.2), phrased to follow "the URL".
enum URLProblem {
    /// The first problem of an absolute URL.
    static func first(of url: String) -> String? {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
            return "begins with neither 'https://' nor 'http://'"
        }
        let rest = url.drop { $0 != ":" }.dropFirst("://".count)
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = host(of: authority)
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isRooted = host.hasSuffix(".")
        if host.isEmpty || labels.dropLast(isRooted ? 1 : 0).contains("") { return "names no host" }
        if authority.contains("@") { return "holds a user or a password" }
        let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !neverInURL.contains($0) }
        guard isPlain, !hasStrayPercent(rest) else { return "holds characters that no URL can hold" }
        return isPort(authority.dropFirst(host.count)) ? nil : "names a port that is not one of 1 to 65535"
    }

    /// The first problem of an OAuth endpoint URL, which may be relative to the server and contain server variables.
    static func first(ofEndpoint url: String) -> String? {
        let scheme = url.prefix { !":/?#{".contains($0) }
        guard scheme.endIndex < url.endIndex, url[scheme.endIndex] == ":" else {
            return url.isEmpty ? "is empty" : nil
        }
        if url.contains("#") { return "holds a fragment" }
        return first(of: url.replacing(/[{}]/, with: ""))
    }

    /// The host, which contains colons if it is an IPv6 address in brackets (RFC 3986, section 3.2.2).
    private static func host(of authority: Substring) -> Substring {
        guard authority.hasPrefix("["), let end = authority.firstIndex(of: "]") else {
            return authority.prefix { $0 != ":" }
        }
        return authority[...end]
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard text.hasPrefix(":") else { return text.isEmpty }
        let digits = text.dropFirst()
        return digits.isEmpty || digits.first?.isNumber == true && UInt16(digits).map { $0 > 0 } ?? false
    }

    private static func hasStrayPercent(_ text: Substring) -> Bool {
        text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().contains { part in
            part.prefix(2).count < 2 || !part.prefix(2).allSatisfy(\.isHexDigit)
        }
    }

    private static let neverInURL = Set("\"<>\\^`{|}".utf8)
}
