extension TypeLowering {
    /// The key of inline enumerations that become one type.
    private struct Likeness: Hashable {
        struct Case: Hashable {
            let name: String
            let value: String
            let description: String?
        }

        let word: String
        let isInteger: Bool
        let cases: [Case]
    }

    /// Merges inline enumerations with the same name and the same cases: the first is declared, and the others are type
    /// aliases of it, so that a value of one can be passed where another is expected. All keep their names, since a
    /// later version of the document may distinguish them.
    func shareEnumerations() {
        var originals: [Likeness: API.TypeID] = [:]
        for draft in builder.table.drafts where builder.componentTypes[draft.schema] == nil {
            guard !draft.direction.isEmpty, case .enumeration(var enumeration)? = draft.kind,
                let likeness = likeness(of: enumeration, named: draft.name)
            else { continue }
            if let original = originals[likeness] {
                enumeration.original = original
                builder.table[draft.id].kind = .enumeration(enumeration)
            } else {
                originals[likeness] = draft.id
            }
        }
    }

    private func likeness(of enumeration: API.Enumeration, named name: API.Name) -> Likeness? {
        guard let word = builder.names[name.index].words.first?.last else { return nil }
        let cases = enumeration.cases.map { value in
            let words = builder.names[value.name.index].words.first?.last ?? value.value
            return Likeness.Case(name: words, value: value.value, description: value.description?.text)
        }
        return Likeness(word: word, isInteger: enumeration.isInteger, cases: cases)
    }
}
