/// The name of a type that the user brings, which may be qualified.
struct TypeName {
    let text: String

    init(_ text: String) { self.text = text }

    /// What is looked up first: the type, or the type or module that it is in.
    var start: String { String(text.prefix { $0 != "." }) }

    /// Whether the text can stand in code as the name of a type.
    var isValid: Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            let name = Identifier(text: String(part))
            let scalars = name.text.unicodeScalars
            return scalars.first.map { $0.properties.isXIDStart || $0 == "_" } ?? false
                && scalars.allSatisfy(\.properties.isXIDContinue) && scalars.contains { $0 != "_" }
                && name.escaped == name.text
        }
    }

    /// Whether the code of a client would take the type for one of the runtime, or the reverse.
    var isOfRuntime: Bool { SwiftNames.runtimeTypes.contains(start) }
}
