/// Types as links to their pages.
struct TypeLinks {
    let names: Names
    let types: [API.TypeDeclaration]
    /// What the paths of the pages of models begin with.
    let folder: String

    /// A type as code, linked to the page of the declared type in it.
    func link(_ type: API.TypeReference) -> String {
        let code = Markdown.code(names.type(type))
        guard case .named(let id) = type.innermost else { return code }
        return "[\(code)](\(folder)\(target(of: id)))"
    }

    /// The page of a declared type, and its place there if it is nested in another.
    private func target(of id: API.TypeID) -> String {
        let type = types[id.index]
        let page = page(of: type)
        return type.parent == nil ? page : "\(page)#\(names.type(.named(id)))"
    }

    /// The name of the file with a type.
    func page(of type: API.TypeDeclaration) -> String {
        guard let parent = type.parent else { return "\(names[type.name].text).md" }
        return page(of: types[parent.index])
    }
}
