import APIGenSourceText

/// Presents the servers of a service in Swift.
struct ServerPresenter {
    let servers: [API.Server]
    let clientName: String
    let names: Names
    let words: Words

    var views: [ServerView] { servers.map(view) }

    /// The enums for server variables. Servers with the same variable share an enum.
    var variableTypes: [EnumerationView] {
        var seen: Set<API.Name> = []
        return servers.flatMap(\.variables).compactMap { variable in
            guard let type = variable.type, seen.insert(type.name).inserted else { return nil }
            let doc = DocComment(
                words.told(variable.description) ?? "Values of \(Markdown.code(variable.wireName)).")
            return EnumerationView(
                type.enumeration, name: names[type.name].text, doc: doc, names: names,
                words: words)
        }
    }

    private func view(of server: API.Server) -> ServerView {
        ServerView(
            name: names[server.name].escaped,
            doc: doc(of: server).lines,
            url: SwiftLiteral.string(server.url),
            variables: server.variables.map { view(of: $0, in: server) },
            call: CallView(
                "Self",
                with: ["template: \(SwiftLiteral.string(server.url))", "variables: \(values(of: server))"]),
            isDefault: server.isDefault,
        )
    }

    /// The dictionary literal with the variables of a server.
    private func values(of server: API.Server) -> String {
        SwiftLiteral.array(
            server.variables.map { variable in
                let name = names[variable.name].escaped
                let value = variable.type == nil ? name : "\(name).rawValue"
                return "\(SwiftLiteral.string(variable.wireName)): \(value)"
            })
    }

    private func doc(of server: API.Server) -> DocComment {
        var doc = DocComment(words.told(server.description).map(Markdown.ended))
        doc.add(Markdown.code(server.url))
        guard !server.variables.isEmpty else { return doc }
        doc.addBlankLine()
        doc.addLine("- Parameters:")
        for variable in server.variables {
            doc.addItem("\(names[variable.name].text):", text: words.variable(variable), depth: 1)
        }
        return doc
    }

    /// The label is omitted if it would repeat the name of the function: `.region(.euWest1)`.
    private func view(of variable: API.ServerVariable, in server: API.Server) -> ServerVariableView {
        let isRepetition = names[variable.name] == names[server.name] && server.variables.count == 1
        let type = variable.type.map { "\(clientName).\(names[$0.name].text)" } ?? "String"
        let known = variable.type?.enumeration.cases.first { $0.value.exact == variable.defaultValue?.exact }
        let value =
            known.map { ".\(names[$0.name].escaped)" } ?? variable.defaultValue.map(SwiftLiteral.string)
        return ServerVariableView(
            name: names[variable.name].text,
            parameter: isRepetition ? "_ \(names[variable.name].escaped)" : names[variable.name].label,
            type: type,
            defaultValue: value,
        )
    }
}
