/// Descriptions of the calls that responses lead to.
extension Words {
    /// - Parameter method: The method for it, if there is one.
    func link(_ link: API.Link, by method: String?) -> String {
        let reference = quoted(link.operation) ?? ""
        let operation = Markdown.code(link.id ?? reference)
        let values =
            link.arguments.compactMap { argument in
                quoted(argument.value).map { "\(Markdown.code($0)) as \(Markdown.code(argument.name))" }
            } + [quoted(link.body).map { "\(Markdown.code($0)) as the body" }].compactMap(\.self)
        let call =
            "Calls \(operation)" + (values.isEmpty ? "" : " with \(Markdown.list(values, with: .and))")
            + (quoted(link.server).map { " at \(Markdown.code($0))" } ?? "")
        let sentence = "\(call)\(method.map { ", as \(Markdown.code($0)) does" } ?? "")."
        return Markdown.joined([told(link.description).map(Markdown.ended), sentence].compactMap(\.self))
    }
}

extension API.Link {
    /// The name, with the status code of the response.
    var title: String { "\(Markdown.code(name)) (\(status.words))" }
}
