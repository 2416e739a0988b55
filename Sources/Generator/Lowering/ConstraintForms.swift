/// The schemas that others refer to, in the forms that are needed. Each is translated later, from a queue, so that recursion
/// and long chains are not limited by the stack.
struct ConstraintForms {
    /// A form of a schema.
    struct Form: Hashable {
        let id: OpenAPI.Schema.ID
        let kind: API.NamedSchema.Form
    }

    private(set) var all: [(form: Form, name: String?, schema: API.Schema)] = []
    private var places: [Form: API.SchemaID] = [:]
    private var nextPending = 0

    mutating func reference(to form: Form, named name: String?) -> API.SchemaID {
        if let known = places[form] { return known }
        let id = API.SchemaID(index: all.count)
        places[form] = id
        all.append((form, name, .any))
        return id
    }

    mutating func popPending() -> (index: Int, form: Form)? {
        guard nextPending < all.count else { return nil }
        defer { nextPending += 1 }
        return (nextPending, all[nextPending].form)
    }

    mutating func complete(_ index: Int, with schema: API.Schema) { all[index].schema = schema }
}
