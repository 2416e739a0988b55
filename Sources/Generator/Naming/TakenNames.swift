import APIGenSourceText

/// The names declared in one scope of the generated code.
///
/// Names are compared by canonical equivalence, like strings in Swift, since some file systems do not distinguish
/// canonically equivalent names of files.
struct TakenNames {
    private struct Owner {
        let source: String
        let range: SourceRange?
    }

    private var owners: [String: Owner] = [:]
    /// By base name, the least number that may still be available as a suffix.
    private var numbers: [String: Int] = [:]
    /// Whether names that differ only in case are equal, as in some file systems.
    private let foldsCase: Bool

    /// - Parameter names: Reserved names, which do not come from the document.
    init(foldsCase: Bool = false, taken names: [String] = []) {
        self.foldsCase = foldsCase
        for name in names { reserve(name) }
    }

    /// Adds a name that does not come from the document.
    mutating func reserve(_ name: String) {
        owners[key(name)] = Owner(source: name, range: nil)
    }

    func isTaken(_ name: String) -> Bool { owners[key(name)] != nil }

    /// Assigns a name to `source`. If the name is taken, a number is appended, and a diagnostic for the clash is
    /// returned.
    mutating func claim(
        _ name: String,
        for source: String,
        at range: SourceRange,
    ) -> (name: String, clash: Diagnostic?) {
        guard let owner = owners[key(name)] else {
            owners[key(name)] = Owner(source: source, range: range)
            return (name, nil)
        }
        let free = free(name)
        owners[key(free)] = Owner(source: source, range: range)
        let clash = Diagnostic.nameClash(
            name, of: source, and: owner.source, at: range, firstAt: owner.range, insteadOf: free)
        return (free, clash)
    }

    /// Returns the name, with a number appended if it is taken.
    mutating func claim(_ name: String) -> String {
        let free = isTaken(name) ? free(name) : name
        reserve(free)
        return free
    }

    private mutating func free(_ name: String) -> String {
        let stem = name.last?.isNumber == true ? name + "_" : name
        var number = numbers[key(stem)] ?? 2
        while owners[key("\(stem)\(number)")] != nil { number += 1 }
        numbers[key(stem)] = number + 1
        return "\(stem)\(number)"
    }

    private func key(_ name: String) -> String { foldsCase ? name.caseFolded : name }
}
