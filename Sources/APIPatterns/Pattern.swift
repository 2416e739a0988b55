/// A regular expression in a document: ECMA-262 with the `u` flag, as in JSON Schema (2020-12, section 6.4), which may
/// match anywhere in a string.
///
/// The generator uses it to determine whether a pattern can be checked, and the runtime to check it, so that both
/// agree. Patterns are not trusted: the time for a search is linear in the length of the string, whatever the pattern.
/// Therefore backreferences are not supported, for which no such algorithm is known.
package struct Pattern: Sendable {
    package let program: Program
    private let looks: [Look]

    /// Returns `nil` if the pattern is invalid, contains a backreference, or is too large.
    package init?(_ source: String) {
        guard let term = try? PatternParser.term(of: source),
            let compiled = try? Compiler.compile(term)
        else { return nil }
        (program, looks) = compiled
    }

    /// Whether a text is a regular expression, even one that is not supported.
    package static func isValid(_ source: String) -> Bool {
        do {
            _ = try PatternParser.term(of: source)
            return true
        } catch PatternError.syntax {
            return false
        } catch {
            return true
        }
    }

    /// Whether any part of a string matches.
    package func matches(_ text: String) -> Bool {
        var search = Search(text)
        for look in looks { search.run(look) }
        return search.places(of: program, isBackward: false).contains(true)
    }
}

/// The reason why a pattern is not supported.
enum PatternError: Error {
    case notRegular, syntax, tooLarge
}
