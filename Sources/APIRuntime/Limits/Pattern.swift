/// A regular expression of a document: ECMA-262, searched for anywhere in a text.
struct Pattern {
    private let regex: Regex<AnyRegexOutput>?

    init(_ source: String) {
        regex = try? Regex(Self.translated(source))
            .matchingSemantics(.unicodeScalar)
            .asciiOnlyDigits()
            .asciiOnlyWordCharacters()
    }

    /// A text must not be refused because of a dialect that is not understood here: true if the pattern
    /// cannot be compiled or run.
    func matches(_ text: String) -> Bool {
        guard let regex else { return true }
        return (try? regex.firstMatch(in: text) != nil) ?? true
    }

    /// Swift's dialect reads `[`, `&&` and `~~` inside a class as nested classes and set operations,
    /// where ECMA-262 reads characters.
    private static func translated(_ source: String) -> String {
        var result = ""
        var isInClass = false
        var isEscaped = false
        for character in source {
            if isInClass, !isEscaped, "[&~".contains(character) { result.append("\\") }
            result.append(character)
            if !isEscaped, character == "[" { isInClass = true }
            if !isEscaped, character == "]" { isInClass = false }
            isEscaped = !isEscaped && character == "\\"
        }
        return result
    }
}
