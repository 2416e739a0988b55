/// What a page, or a part of it, consists of.
struct PageShape {
    let type: API.TypeReference
    let table: TypeTable

    /// The properties of an object, except those that are changes; empty for other types.
    var properties: [API.Property] {
        guard let direction = type.declaration.map({ table[$0].direction }) else { return [] }
        return (record?.properties ?? []).filter { !$0.hasThreeStates(travelling: direction) }
    }

    /// The properties of an object; empty for other types.
    var allProperties: [API.Property] { record?.properties ?? [] }

    var hasProperties: Bool { record != nil }

    /// Whether the page itself is the list of its items.
    var isList: Bool { item(of: API.PropertyPath(properties: [])) != nil }

    private var record: API.Record? {
        guard case .named(let id) = type.required, case .record(let record)? = table[id].kind else {
            return nil
        }
        return record
    }

    /// The type of the items in a property, or in the page itself; `nil` if there is no list.
    func item(of items: API.PropertyPath) -> API.TypeReference? {
        guard case .array(let item) = items.properties.last?.type ?? type.required else { return nil }
        return item
    }
}
