/// The access to a property, through those that lead to it: `.page?.next`.
struct PropertyChain {
    private(set) var text = ""
    /// Whether one of the properties is optional.
    private(set) var isOptional = false

    /// - Parameter root: The type of the value with the first property.
    init(_ path: API.PropertyPath, from root: API.TypeReference, api: API, names: Names, words: Words) {
        var owner = root
        var isLastOptional = false
        for property in path.properties {
            text += (isLastOptional ? "?." : ".") + names[property.name].escaped
            let direction = owner.declaration.map { api.types[$0.index].direction } ?? []
            let form = PropertyPresenter(property: property, direction: direction, names: names, words: words)
                .form
            isLastOptional = form.type.hasSuffix("?")
            isOptional = isOptional || isLastOptional
            owner = property.type
        }
    }
}
