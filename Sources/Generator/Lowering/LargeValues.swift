extension TypeTable {
    /// Stores large values indirectly: unions, and properties whose types are records. Swift would otherwise copy,
    /// compare and destroy each stored value in the code of each type that contains them, however deep, which takes
    /// time to compile and is hardly ever run.
    ///
    /// No value may contain itself any more.
    mutating func separateLargeValues() {
        var sizes = InlineSizes(drafts.map(\.kind))
        for draft in drafts {
            switch draft.kind {
            case .union(var union)? where sizes.isLarge(draft.id):
                union.isIndirect = true
                self[draft.id].kind = .union(union)
            case .record(var record)?:
                // What is sensitive is wrapped already.
                for (index, property) in record.properties.enumerated() where !property.isSensitive {
                    guard let type = property.type.inlineType, case .record? = self[type].kind,
                        sizes.isLarge(type)
                    else { continue }
                    record.properties[index].isIndirect = true
                }
                self[draft.id].kind = .record(record)
            case .union, .enumeration, nil: continue
            }
        }
    }
}

/// How many values a value of each type stores inline.
private struct InlineSizes {
    /// The largest number of values that are stored inline in a property or a union.
    private static let limit = 12

    private let kinds: [API.TypeDeclaration.Kind?]
    private var sizes: [Int?]

    init(_ kinds: [API.TypeDeclaration.Kind?]) {
        self.kinds = kinds
        sizes = kinds.map { _ in nil }
    }

    mutating func isLarge(_ type: API.TypeID) -> Bool { count(in: type) > Self.limit }

    private mutating func count(in type: API.TypeID) -> Int {
        if let size = sizes[type.index] { return size }
        let size =
            switch kinds[type.index] {
            case .record(let record):
                record.properties.map { $0.isIndirect ? 1 : stored($0.type) }.reduce(0, +)
                    + record.unions.map { stored($0.type) }.reduce(0, +)
                    + (record.additionalProperties == nil ? 0 : 1)
            case .union(let union): union.isIndirect ? 1 : union.cases.map { stored($0.type) }.reduce(0, +)
            case .enumeration, nil: 1
            }
        sizes[type.index] = size
        return size
    }

    /// The number of values that a property or a case with the type stores: a large one is stored apart.
    private mutating func stored(_ type: API.TypeReference) -> Int {
        guard let id = type.inlineType else { return 1 }
        let count = count(in: id)
        return count > Self.limit ? 1 : count
    }
}
