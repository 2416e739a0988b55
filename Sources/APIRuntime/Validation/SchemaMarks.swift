/// What the keywords of a schema have evaluated of a value, which `unevaluatedProperties` and `unevaluatedItems` leave out
/// (JSON Schema 2020-12, core, section 11).
struct SchemaMarks {
    /// Whether a schema around asks for them: else nothing is marked.
    let areKept: Bool
    private(set) var names: Set<String> = []
    /// The number of items from the beginning.
    private(set) var items = 0
    /// Further items, by `contains`.
    private(set) var indices: Set<Int> = []

    init(areKept: Bool = false) { self.areKept = areKept }

    mutating func insert(_ name: String) {
        if areKept { names.insert(name) }
    }

    mutating func insert(first count: Int) { items = max(items, count) }

    mutating func insert(_ others: [Int]) {
        if areKept { indices.formUnion(others) }
    }

    mutating func formUnion(_ other: SchemaMarks) {
        guard areKept else { return }
        names.formUnion(other.names)
        items = max(items, other.items)
        indices.formUnion(other.indices)
    }
}
