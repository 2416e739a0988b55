import APIGenSourceText

extension Array where Element: Hashable {
    var withoutDuplicates: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [String] {
    /// Compares strings by their Unicode scalars, not by canonical equivalence.
    var withoutDuplicates: [String] { map(\.exact).withoutDuplicates.map(\.text) }
}
