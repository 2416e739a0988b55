/// What the keywords of a schema have evaluated of a value, which `unevaluatedProperties` and `unevaluatedItems` leave out
/// (JSON Schema 2020-12, core, section 11).
struct SchemaMarks {
    var names: Set<String> = []
    var hasAllNames = false
    /// The number of items from the beginning.
    var items = 0
    /// Further items, by `contains`.
    var indices: Set<Int> = []

    mutating func formUnion(_ other: SchemaMarks) {
        names.formUnion(other.names)
        hasAllNames = hasAllNames || other.hasAllNames
        items = max(items, other.items)
        indices.formUnion(other.indices)
    }
}
