/// A word of the generated Swift.
struct Identifier: Hashable, Sendable {
    /// The bare word.
    let text: String

    /// As it is declared and referred to: in backticks where the word is Swift's own.
    var escaped: String { Self.keywords.contains(text) ? "`\(text)`" : text }

    /// As an argument label, where Swift takes nearly every word bare.
    var label: String { Self.keywordsAsLabels.contains(text) ? "`\(text)`" : text }

    private static let keywordsAsLabels: Set<String> = ["inout", "let", "var"]

    private static let keywords: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "borrowing", "break", "case", "catch", "class",
        "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
        "fallthrough",
        "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
        "is",
        "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
        "try",
        "typealias", "var", "where", "while",
    ]
}
