import SourceText

/// The names given so far in one scope of the generated code.
struct NameScope {
    private struct Owner {
        let source: String
        let range: SourceRange?
    }

    private var owners: [String: Owner] = [:]

    /// Takes a name that no document chose.
    mutating func reserve(_ name: String) {
        owners[name] = Owner(source: name, range: nil)
    }

    /// Gives the name to `source`. If another has it already, the clash is returned, to be reported.
    mutating func claim(_ name: String, for source: String, at range: SourceRange) -> Diagnostic? {
        if let owner = owners[name] {
            return .nameClash(name, of: source, and: owner.source, at: range, firstAt: owner.range)
        }
        owners[name] = Owner(source: source, range: range)
        return nil
    }
}
