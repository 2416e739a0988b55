/// The types that `type` can name (JSON Schema 2020-12, section 4.2.1).
enum SchemaType: String, Hashable, Sendable, CaseIterable {
    case null, boolean, object, array, number, string, integer
}
