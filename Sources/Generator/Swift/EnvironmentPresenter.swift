/// Presents the initializer of a client that takes its arguments from environment variables.
struct EnvironmentPresenter {
    private let clientName: String
    private let defaultServer: ServerView?
    private let secrets: [Secret]
    private let baseURL: String
    /// The names for the variables of the default server, in their order.
    private let serverVariables: [String]

    init(
        service: String, credentials: [API.Credential], clientName: String, defaultServer: ServerView?,
        names: Names,
    ) {
        (self.clientName, self.defaultServer) = (clientName, defaultServer)
        // Each name stands for one value, so that no secret becomes a part of a URL.
        var variables = VariableNames(service: service)
        baseURL = variables.add("baseURL")
        secrets = credentials.flatMap { credential in
            let isOAuth = credential.kind.secretType == "OAuth"
            return credential.kind.secrets.map { secret in
                Secret(
                    label: names[secret.name].label,
                    variable: variables.add(
                        names[secret.name].text, endings: isOAuth ? Secret.oauthEndings : [""]),
                    isOAuth: isOAuth, isRequired: secret.isRequired)
            }
        }
        serverVariables = (defaultServer?.variables ?? []).map { variables.add($0.name) }
    }

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
                "let server = APIServer<\(clientName)>.\(server.name)",
                with: zip(server.variables, serverVariables).map(argument))
        }
    }

    private var serverArgument: String {
        guard let defaultServer else { return "APIServer(lookup.required(\(SwiftLiteral.string(baseURL))))" }
        let otherwise = hasVariables ? "server" : ".\(defaultServer.name)"
        return "lookup.optional(\(SwiftLiteral.string(baseURL))).map { APIServer($0) } ?? \(otherwise)"
    }

    private func argument(for variable: ServerVariableView, named name: String) -> String {
        let name = SwiftLiteral.string(name)
        let label = variable.parameter.hasPrefix("_ ") ? "" : "\(variable.parameter.prefix { $0 != " " }): "
        guard let value = variable.defaultValue else { return "\(label)lookup.required(\(name))" }
        let isText = variable.type == "String"
        return "\(label)lookup.optional(\(name))\(isText ? "" : ".map { .init(rawValue: $0) }") ?? \(value)"
    }

    private var hasVariables: Bool { defaultServer?.hasVariables == true }

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
            + zip(serverVariables, variables).map { ($0, $1.defaultValue == nil) }
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

    static let oauthEndings = ["_ACCESS_TOKEN", "_CLIENT_ID", "_CLIENT_SECRET"]

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

/// The names of environment variables: `clientID` of SnapTrade is `SNAPTRADE_CLIENT_ID`.
private struct VariableNames {
    let service: String
    private var taken: Set<String> = []

    init(service: String) { self.service = service }

    /// A name that is not taken with any of the endings.
    mutating func add(_ label: String, endings: [String] = [""]) -> String {
        let name = ([service] + label.nameWords).map { $0.uppercased() }.joined(separator: "_")
        var (unique, count) = (name, 1)
        while endings.contains(where: { taken.contains(unique + $0) }) {
            count += 1
            unique = "\(name)_\(count)"
        }
        taken.formUnion(endings.map { unique + $0 })
        return unique
    }
}
