import APIGenSourceText

/// The messages for invalid queries.
extension PathError {
    private init(_ message: String, at range: Range<Int>) {
        self.init(message: message, range: range)
    }

    static func noRoot(at range: Range<Int>) -> Self {
        Self("a JSONPath begins with '$', the root of the document", at: range)
    }

    static func unexpected(_ scalar: Unicode.Scalar?, at range: Range<Int>) -> Self {
        let found = scalar.map { "'\($0)'" } ?? "the end"
        return Self("expected '.', '[' or the end, found \(found)", at: range)
    }

    static func expected(_ what: String, at range: Range<Int>) -> Self {
        Self("expected \(what)", at: range)
    }

    static func unclosed(_ opening: String, at offset: Int) -> Self {
        Self("this \(opening) is never closed", at: offset..<offset + 1)
    }

    static func nameNeedsBrackets(_ name: String, at offset: Int) -> Self {
        let bare = name.filter { $0 != "'" && $0 != "\"" }
        return Self(
            "a name behind a dot has only letters, digits and '_'; write ['\(bare)']",
            at: offset..<offset + name.unicodeScalars.count,
        )
    }

    static func invalidInteger(_ text: String, at range: Range<Int>) -> Self {
        Self("'\(text)' is no index; write it like 0, 12 or -1", at: range)
    }

    static func invalidNumber(_ text: String, at range: Range<Int>) -> Self {
        Self("'\(text)' is no number; write it like 0, -1.5 or 2e10", at: range)
    }

    static func controlCharacter(at range: Range<Int>) -> Self {
        Self("a control character in a text; write it as an escape, such as \\n or \\u0007", at: range)
    }

    static func unknownEscape(_ escape: String, at range: Range<Int>) -> Self {
        Self("unknown escape '\(escape)'; write '\\\\' for a backslash", at: range)
    }

    static func unicodeEscape(at range: Range<Int>) -> Self {
        Self("expected four hexadecimal digits, or two times four that are a surrogate pair", at: range)
    }

    static func nestedTooDeeply(at range: Range<Int>) -> Self {
        Self("more than \(PathParser.maximumDepth) levels of filters and parentheses", at: range)
    }

    static func unknownWord(_ word: String, at range: Range<Int>) -> Self {
        Self("'\(word)' is no value; write @.\(word) for a member, or quotes around a text", at: range)
    }

    static func unknownFunction(_ name: String, among known: [String], at range: Range<Int>) -> Self {
        let suggestion = Suggestion.phrase(for: name, among: known)
        let choices = suggestion.isEmpty ? "; there are \(known.joined(separator: ", "))" : suggestion
        return Self("there is no function '\(name)'\(choices)", at: range)
    }

    static func argumentCount(_ name: String, _ count: Int, at range: Range<Int>) -> Self {
        Self("'\(name)' takes \(count) argument\(count == 1 ? "" : "s")", at: range)
    }

    static func notACondition(at range: Range<Int>) -> Self {
        Self("a value is no condition; compare it with another one", at: range)
    }

    static func notSingular(at range: Range<Int>) -> Self {
        Self("this may select several nodes, and only one can be compared", at: range)
    }

    static func notAValue(at range: Range<Int>) -> Self {
        Self("this is true or false already; there is nothing to compare", at: range)
    }

    static func notAQuery(at range: Range<Int>) -> Self {
        Self("expected a query, such as @.name", at: range)
    }

    static func invalidPattern(at range: Range<Int>) -> Self {
        Self("this is no regular expression", at: range)
    }
}
