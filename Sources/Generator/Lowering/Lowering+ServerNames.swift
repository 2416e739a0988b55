import APIGenSourceText

/// Lowers the servers of the client and their variables.
struct ServerLowering: LoweringPass {
    let lowering: Lowering

    func lowerServers() -> [API.Server] {
        note(builder.document.node, by: "servers")
        return builder.document.servers.enumerated().compactMap { index, server in
            note(server.node, by: "url", "variables", "x-swift-name")
            let url = absoluteURL(of: server)
            let word = word(for: server, at: index)
            let variables = lowerVariables(of: server, in: url, word)
            let isOpen = variables.contains { $0.defaultValue == nil }
            let problem =
                isOpen ? nil : problem(of: url, server.variables.map { ($0.name, $0.defaultValue.value) })
            if let problem {
                let consequence =
                    variables.isEmpty ? "it is left out" : "the caller has to fill in its variables"
                report(.unusableServer(server.url, problem: problem, consequence: consequence))
                if variables.isEmpty { return nil }
            }
            let name = name(
                .server, API.NameWords(word), in: .servers, for: server.url.value, at: server.url.range)
            return API.Server(
                name: name,
                url: url,
                description: server.description,
                variables: variables,
                isDefault: index == 0 && !isOpen && problem == nil,
            )
        }
    }

    private func word(for server: OpenAPI.Server, at index: Int) -> String {
        note("name", of: server.node, as: server.swiftName == nil ? .typed : .dropped)
        if let chosen = server.swiftName?.text ?? server.name { return chosen }
        if isInProduction(server) { return "production" }
        if let name = describedName(of: server) {
            note("description", of: server.node, as: .typed)
            return name
        }
        return builder.document.servers.count == 1 ? ServerURL(server.url.value).word : "server\(index + 1)"
    }

    /// Whether the only server is described as the production server.
    private func isInProduction(_ server: OpenAPI.Server) -> Bool {
        let words = (server.description?.text ?? "").split { !$0.isLetter && !$0.isNumber }
        return builder.document.servers.count == 1 && words.contains(where: ServerURL.isProduction)
    }

    /// A name from a short description, such as `Mock server`.
    private func describedName(of server: OpenAPI.Server) -> String? {
        let words = (server.description?.text ?? "").split { !$0.isLetter && !$0.isNumber }
            .drop { $0.lowercased() == "the" }
        guard !isInProduction(server) else { return nil }
        let isName = (1...3).contains(words.count) && words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        return isName ? words.joined(separator: " ") : nil
    }

    private func lowerVariables(
        of server: OpenAPI.Server,
        in url: String,
        _ serverWord: String,
    ) -> [API.ServerVariable] {
        let scope = builder.scope(of: .variables)
        let declared = server.variables.map { variable in
            note(
                variable.node, by: "default", "enum", "x-swift-name", "x-enum-varnames", "x-enum-descriptions"
            )
            let word = variable.swiftName?.text ?? variable.name
            return API.ServerVariable(
                name: name(
                    .serverVariable, API.NameWords(word), in: scope, for: variable.name, at: variable.range),
                wireName: variable.name,
                defaultValue: variable.defaultValue.value,
                description: variable.description,
                type: type(of: variable, word: word, server: serverWord),
            )
        }
        return declared + openVariables(of: server, in: url, scope)
    }

    /// The variables without a default, which the caller has to supply.
    private func openVariables(
        of server: OpenAPI.Server,
        in url: String,
        _ scope: API.NameScope,
    ) -> [API.ServerVariable] {
        let origin = url.hasPrefix("{\(Self.origin)}") && url != server.url.value ? [Self.origin] : []
        return (origin + undeclaredVariables(of: server)).map { word in
            API.ServerVariable(
                name: name(
                    .serverVariable, API.NameWords(word), in: scope, for: word, at: server.url.range),
                wireName: word,
                defaultValue: nil,
                description: nil,
                type: nil,
                isOrigin: origin.contains(word),
            )
        }
    }

    /// The type for the listed values of a variable. Servers with equally named variables and the same values share it.
    private func type(
        of variable: OpenAPI.ServerVariable,
        word: String,
        server: String,
    ) -> API.VariableType? {
        guard let enumeration = variable.enumeration else { return nil }
        let values = enumeration.values.map(\.text)
        if !values.exact.contains(variable.defaultValue.value.exact) {
            report(.defaultNotInEnum(variable.defaultValue, among: values))
        }
        let cases = lowering.types.cases(of: enumeration, values: enumeration.values)
        let others = builder.variableTypes[word.nameKey] ?? []
        let known = others.first { $0.enumeration.cases.map(\.value.exact) == cases.map(\.value.exact) }
        guard !cases.isEmpty, known == nil else { return known }
        let words = API.NameWords(word)
        let name = self.name(
            .choice, others.isEmpty ? words : words.after(member: server), in: .client, for: variable.name,
            at: variable.range)
        let type = API.VariableType(name: name, enumeration: API.Enumeration(cases: cases))
        builder.variableTypes[word.nameKey, default: []].append(type)
        return type
    }
}

/// The parts of a server URL that names are derived from.
struct ServerURL {
    private let words: [Substring]
    /// The labels of the host, which may be variables in braces.
    private let labels: [Substring]

    init(_ url: String) {
        words = url.split { !$0.isLetter && !$0.isNumber }
        let rest = url.firstRange(of: "//").map { url[$0.upperBound...] } ?? ""
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
        labels = host.split(separator: ".")
    }

    static func isProduction(_ word: Substring) -> Bool {
        ["live", "prod", "production"].contains(word.lowercased())
    }

    /// A word for the only server of a document: its first variable, or the name of its host.
    var word: String {
        if words.contains(where: Self.isProduction) { return "production" }
        if let variable = labels.lazy.compactMap(Self.variable).first { return variable }
        let isAddress = labels.allSatisfy { Int($0) != nil } || labels.first?.hasPrefix("[") == true
        let names = (labels.count > 1 ? labels.dropLast() : labels[...]).filter { label in
            !["api", "apis", "rest", "www"].contains(label.lowercased())
        }
        return isAddress ? "main" : names.first.map(String.init) ?? "main"
    }

    private static func variable(in label: Substring) -> String? {
        guard let start = label.firstIndex(of: "{"), let end = label[start...].firstIndex(of: "}") else {
            return nil
        }
        return String(label[label.index(after: start)..<end])
    }
}
