/// An identifier in the generated Swift code.
struct Identifier: Hashable, Sendable {
    /// The identifier without backticks.
    let text: String

    /// The identifier as declared and referred to: in backticks if it is a Swift keyword.
    var escaped: String { Self.keywords.contains(text) ? "`\(text)`" : text }

    /// The identifier as an argument label. Swift allows nearly all keywords as labels without backticks.
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
    /// The method's own names: a parameter with one of them has another name in the body of the method.
    private static let taken: Set<String> = ["api", "request", "responseLog"]
    /// The names of such parameters in the body of the method.
    static let renamed = taken.map { $0 + "Value" }

    /// The parameter as declared by the method.
    var parameter: String {
        Self.taken.contains(text) ? "\(label) \(value)" : label
    }

    /// The parameter as referred to in the body of the method.
    var value: String {
        Self.taken.contains(text) ? documented : escaped
    }

    /// The parameter as documented: by its name in the body, without backticks.
    var documented: String {
        Self.taken.contains(text) ? text + "Value" : text
    }
}
