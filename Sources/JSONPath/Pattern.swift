/// A regular expression of a filter. I-Regexp (RFC 9485) is a part of what Swift reads.
struct Pattern {
    private let regex: Regex<AnyRegexOutput>

    /// `nil` if the text is no regular expression.
    init?(_ text: String) {
        guard let regex = try? Regex(text) else { return nil }
        self.regex = regex.matchingSemantics(.unicodeScalar)
    }

    func matches(_ text: String, isWhole: Bool) -> Bool {
        // A match can only fail where a pattern has code to run in it, and a text has none.
        let match = isWhole ? try? regex.wholeMatch(in: text) : try? regex.firstMatch(in: text)
        return match != nil
    }
}
