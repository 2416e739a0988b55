/// A regular expression of a document: ECMA-262 with the flag `u`, as JSON Schema has it (2020-12, section 6.4),
/// searched for anywhere in a text.
///
/// The generator asks it whether a pattern can be checked, and the runtime checks: what the one says holds for the
/// other. Patterns come from strangers: a search takes time in proportion to the length of the text, whatever the
/// pattern is. Therefore it has no backreferences, which no one knows how to follow in such a time.
package struct Pattern: Sendable {
    private let program: Program
    private let looks: [Look]

    /// `nil` if the text is no regular expression, refers back to what a group matched, or is too large to be checked.
    package init?(_ source: String) {
        guard let term = try? PatternParser.term(of: source),
            let compiled = try? Compiler.compile(term)
        else { return nil }
        (program, looks) = compiled
    }

    /// Whether some part of a text matches.
    package func matches(_ text: String) -> Bool {
        var search = Search(text)
        for look in looks { search.run(look) }
        return search.places(of: program, isBackward: false).contains(true)
    }
}

/// Why a text makes no pattern.
enum PatternError: Error {
    case notRegular, syntax, tooLarge
}
