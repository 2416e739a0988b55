/// A regular expression in a filter. I-Regexp (RFC 9485) is a subset of Swift's syntax.
struct Pattern {
    private let regex: Regex<AnyRegexOutput>

    /// Returns `nil` if the text is not a valid regular expression.
    init?(_ text: String) {
        guard let regex = try? Regex(text) else { return nil }
        self.regex = regex.matchingSemantics(.unicodeScalar)
    }

    func matches(_ text: String, isWhole: Bool) -> Bool {
        // Matching only throws for custom components, which a textual pattern cannot contain.
        let match = isWhole ? try? regex.wholeMatch(in: text) : try? regex.firstMatch(in: text)
        return match != nil
    }
}
