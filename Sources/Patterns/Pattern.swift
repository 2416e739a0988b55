/// A regular expression of a document: ECMA-262, searched for anywhere in a text.
///
/// The generator asks it whether a pattern can be checked, and the runtime checks: what the one says holds for the
/// other.
package struct Pattern {
    private let regex: Regex<AnyRegexOutput>

    /// `nil` if the text is no regular expression, or one that Swift cannot run.
    package init?(_ source: String) {
        guard let regex = try? Regex(ClassEscapes.translated(source)) else { return nil }
        self.regex = regex.matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
    }

    /// A text must not be refused because the engine gives up on it: true if the pattern cannot be run.
    package func matches(_ text: String) -> Bool {
        (try? regex.firstMatch(in: text) != nil) ?? true
    }
}
