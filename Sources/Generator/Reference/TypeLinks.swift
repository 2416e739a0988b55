/// Types as links to what is told about them.
struct TypeLinks {
    enum Target {
        /// Pages of their own, in a folder with a path that ends with a slash.
        case pages(folder: String)
        /// Places on the same page.
        case anchors
    }

    let names: Names
    let types: [API.TypeDeclaration]
    let target: Target

    /// A type as code, linked to what is told about the declared type in it.
    func link(_ type: API.TypeReference) -> String {
        let code = Markdown.code(names.type(type))
        guard case .named(let id) = type.innermost else { return code }
        return "[\(code)](\(url(of: id)))"
    }

    private func url(of id: API.TypeID) -> String {
        let type = types[id.index]
        let anchor = "#\(names.type(.named(id)))"
        switch target {
        case .anchors: return anchor
        case .pages(let folder): return folder + page(of: type) + (type.parent == nil ? "" : anchor)
        }
    }

    /// The name of the file with a type.
    func page(of type: API.TypeDeclaration) -> String {
        guard let parent = type.parent else { return "\(names[type.name].text).md" }
        return page(of: types[parent.index])
    }
}
