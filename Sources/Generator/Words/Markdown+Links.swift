import Foundation

extension Markdown {
    /// A text whose relative links are made absolute, or, without a URL to resolve them against, replaced with their
    /// text and destination: readers of source code could not follow them.
    static func resolvingLinks(in text: String, against base: String?) -> String {
        guard text.utf8.contains(UInt8(ascii: "]")), text.contains("](") else { return text }
        var links = RelativeLinks(base: base.flatMap(URL.init(string:)))
        return links.resolve(text[...])
    }
}

/// Finds inline links (CommonMark, section 6.3) outside of code.
private struct RelativeLinks {
    let base: URL?

    mutating func resolve(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while !rest.isEmpty {
            let plain = rest.utf8.prefix { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "[") }
            result += Substring(plain)
            rest = rest[plain.endIndex...]
            guard let first = rest.first else { break }
            if first == "`" {
                result += code(&rest)
            } else if first == "[", let link = link(&rest) {
                result += link
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }

    /// A code span or block with its delimiters, or the backticks alone if nothing closes them.
    private func code(_ rest: inout Substring) -> String {
        let fence = rest.prefix { $0 == "`" }
        let content = rest.dropFirst(fence.count)
        var end = content.startIndex
        while let start = content[end...].firstIndex(of: "`") {
            let run = content[start...].prefix { $0 == "`" }
            end = run.endIndex
            guard run.count == fence.count else { continue }
            defer { rest = rest[end...] }
            return String(rest[..<end])
        }
        rest = content
        return String(fence)
    }

    /// The link at the start, rewritten if it is relative; `nil` if there is none, or an absolute one.
    private mutating func link(_ rest: inout Substring) -> String? {
        guard let close = closing(of: rest), rest[close...].hasPrefix("](") else { return nil }
        let label = rest[rest.index(after: rest.startIndex)..<close]
        let inner = rest[close...].dropFirst(2)
        guard let end = inner.prefix(Self.longest).firstIndex(of: ")") else { return nil }
        let content = inner[..<end]
        let target = content.prefix { !$0.isWhitespace }
        let destination = target.trimmingCharacters(in: ["<", ">"])
        guard !destination.isEmpty, !Self.isAbsolute(destination) else { return nil }
        rest = inner[inner.index(after: end)...]
        let words = resolve(label)
        let url = base.flatMap { URL(string: destination, relativeTo: $0)?.absoluteString }
        if let url, url.contains("://") { return "[\(words)](\(url)\(content[target.endIndex...]))" }
        return destination.hasPrefix("#") ? words : "\(words) (\(Markdown.code(destination)))"
    }

    /// The bracket that closes the one at the start.
    private func closing(of text: Substring) -> String.Index? {
        var depth = 0
        for index in text.indices.prefix(Self.longest) {
            switch text[index] {
            case "[": depth += 1
            case "]":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }

    /// The number of characters in which a label or a destination ends; without a limit, brackets that nothing closes
    /// would take quadratic time.
    private static let longest = 1000

    private static func isAbsolute(_ destination: String) -> Bool {
        guard let colon = destination.firstIndex(of: ":") else { return destination.hasPrefix("//") }
        let scheme = destination[..<colon]
        return !scheme.isEmpty
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }
}
