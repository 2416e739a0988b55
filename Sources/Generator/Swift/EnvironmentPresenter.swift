/// Presents the initializer of a client that takes its arguments from environment variables.
struct EnvironmentPresenter {
    let service: String
    let credentials: [API.Credential]
    let clientName: String
    let defaultServer: ServerView?
    let names: Names

    var view: EnvironmentView {
        EnvironmentView(
            doc: doc.lines,
            isRequired: secrets.contains { $0.isRequired || $0.isOAuth } || defaultServer == nil,
            server: hasVariables ? server : nil,
            call: CallView(
                "self.init",
                with: secrets.map { "\($0.label): \($0.lookup)" }
                    + ["server: \(serverArgument)", "configuration: configuration"]),
        )
    }

    /// The default server takes its variables from the environment, too.
    private var server: CallView? {
        defaultServer.map { server in
            CallView(
                "let server = APIServer<\(clientName)>.\(server.name)", with: server.variables.map(argument))
        }
    }

    private var serverArgument: String {
        guard let defaultServer else { return "APIServer(lookup.required(\(SwiftLiteral.string(baseURL))))" }
        let otherwise = hasVariables ? "server" : ".\(defaultServer.name)"
        return "lookup.optional(\(SwiftLiteral.string(baseURL))).map { APIServer($0) } ?? \(otherwise)"
    }

    private func argument(for variable: ServerVariableView) -> String {
        let name = SwiftLiteral.string(self.variable(variable.name))
        let label = variable.parameter.hasPrefix("_ ") ? "" : "\(variable.parameter.prefix { $0 != " " }): "
        guard let value = variable.defaultValue else { return "\(label)lookup.required(\(name))" }
        let isText = variable.type == "String"
        return "\(label)lookup.optional(\(name))\(isText ? "" : ".map { .init(rawValue: $0) }") ?? \(value)"
    }

    private var hasVariables: Bool { defaultServer?.hasVariables == true }

    private var secrets: [Secret] {
        credentials.flatMap { credential in
            let isOAuth = credential.kind.secretType == "OAuth"
            return credential.kind.secrets.map { secret in
                let label = names[secret.name].label
                return Secret(
                    label: label, variable: variable(names[secret.name].text), isOAuth: isOAuth,
                    isRequired: secret.isRequired)
            }
        }
    }

    private var baseURL: String { variable("baseURL") }

    /// The name of a variable: `clientID` of SnapTrade is `SNAPTRADE_CLIENT_ID`.
    private func variable(_ label: String) -> String {
        let words = [service] + label.nameWords
        return words.map { $0.uppercased() }.joined(separator: "_")
    }

    private var doc: DocComment {
        var doc = DocComment(
            "Creates a client with credentials and a base URL from environment variables.")
        doc.addBlankLine()
        doc.addLine("- Parameters:")
        doc.addItem("environment:", text: "Usually `.process`. \(sentences)", depth: 1)
        doc.addItem(
            "configuration:", text: "The transport, the clock and the defaults of every call.", depth: 1)
        doc.addItem("Throws:", text: "`MissingVariables`, which names all that are missing.")
        return doc
    }

    /// What is required, and what may be left out.
    private var sentences: String {
        let variables = defaultServer?.variables ?? []
        let settings =
            [(baseURL, defaultServer == nil)]
            + variables.map { (variable($0.name), $0.defaultValue == nil) }
        let words =
            secrets.map { ($0.words, $0.isRequired) } + settings.map { (Markdown.code($0), $1) }
        return [("Required", true), ("Optional", false)].compactMap { title, isRequired in
            let list = words.filter { $0.1 == isRequired }.map(\.0)
            return list.isEmpty ? nil : "\(title): \(list.joined(separator: "; "))."
        }.joined(separator: " ")
    }
}

/// A parameter of the client's initializer, and the variables that it comes from.
private struct Secret {
    let label: String
    let variable: String
    let isOAuth: Bool
    let isRequired: Bool

    var lookup: String {
        let function =
            switch (isOAuth, isRequired) {
            case (true, true): "oauth"
            case (true, false): "optionalOAuth"
            case (false, true): "required"
            case (false, false): "optional"
            }
        return "lookup.\(function)(\(SwiftLiteral.string(variable)))"
    }

    var words: String {
        isOAuth
            ? "`\(variable)_ACCESS_TOKEN`, or `\(variable)_CLIENT_ID` and `\(variable)_CLIENT_SECRET`"
            : "`\(variable)`"
    }
}
