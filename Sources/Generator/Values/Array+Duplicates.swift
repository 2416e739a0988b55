import SourceText

extension Array where Element: Hashable {
    var withoutDuplicates: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [String] {
    /// Texts of documents, which are compared by their code points.
    var withoutDuplicates: [String] { map(\.exact).withoutDuplicates.map(\.text) }
}
