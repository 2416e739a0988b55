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

extension Identifier {
    /// Names of the method's own variables: a parameter of that name has another one inside.
    private static let taken: Set<String> = ["api", "request"]
    /// What parameters of these names are called inside.
    static let renamed = taken.map { $0 + "Value" }

    /// As the parameter of a method is declared.
    var parameter: String {
        Self.taken.contains(text) ? "\(label) \(value)" : label
    }

    /// As the parameter is referred to in the method.
    var value: String {
        Self.taken.contains(text) ? text + "Value" : escaped
    }
}
