import SourceText

/// The register of one scope of the generated code: every name that is declared there, whoever declares it.
///
/// Names are the same if Swift's texts are, which compare by canonical equivalence: files that differ in nothing else
/// are one on some disks.
struct TakenNames {
    private struct Owner {
        let source: String
        let range: SourceRange?
    }

    private var owners: [String: Owner] = [:]
    /// By stem, the least number that may be free.
    private var numbers: [String: Int] = [:]
    /// Whether names that differ by case alone are one: file systems may take them so.
    private let foldsCase: Bool

    /// - Parameter names: Names that no document chose.
    init(foldsCase: Bool = false, taken names: [String] = []) {
        self.foldsCase = foldsCase
        for name in names { reserve(name) }
    }

    /// Takes a name that no document chose.
    mutating func reserve(_ name: String) {
        owners[key(name)] = Owner(source: name, range: nil)
    }

    func isTaken(_ name: String) -> Bool { owners[key(name)] != nil }

    /// Gives the name to `source`. Who comes first keeps a name; the next one gets it with a number behind, and
    /// the clash is returned, to be reported.
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

    /// The name, or that with a number behind if it is taken.
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
