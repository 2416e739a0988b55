import SourceText

/// Makes the API out of a document: decides what becomes a type, gives every name, and checks every rule that a
/// document can break. It is the last stage that can fail.
struct Lowering {
    var document: OpenAPI.Document
    /// The schemas that were made of two parts of an `allOf`.
    var conjunctions: [[OpenAPI.Schema.ID]: OpenAPI.Schema.ID] = [:]
    /// The names of the schemas that stand below `components`.
    let componentNames: [OpenAPI.Schema.ID: String]
    let service: String
    var diagnostics: Diagnostics
    let ledger: Ledger?
    var types: TypeTable
    let shapes = ShapeMemo()
    /// The schemas whose rules have been reported as not checked.
    var reportedRules: Set<SourceRange> = []
    /// The paths whose oddities have been reported.
    var reportedPaths: Set<SourceRange> = []
    /// The lists and dictionaries whose elements are being resolved.
    var resolving: [OpenAPI.Schema.ID] = []
    var operationNames = NameScope()
    /// The names of the components' types, with a report for those that are told if they are used.
    var componentTypes: [OpenAPI.Schema.ID: (name: String, clash: Diagnostic?)] = [:]
    private(set) var discriminatorValues = DiscriminatorValues()
    /// The schemas whose properties are parts of multipart bodies, with what the bodies say of the parts.
    var multipartSchemas: [OpenAPI.Schema.ID: [OpenAPI.Encoding]] = [:]
    /// The unions whose values are parts of multipart bodies.
    private(set) var multipartUnions: Set<OpenAPI.Schema.ID> = []

    init(
        document: OpenAPI.Document,
        service: String,
        diagnostics: Diagnostics,
        ledger: Ledger? = nil,
    ) {
        self.ledger = ledger
        self.document = document
        let components = document.components.map { ($0.schema, $0.name) }
        componentNames = Dictionary(components) { first, _ in first }
        self.service = service
        self.diagnostics = diagnostics
        types = TypeTable()
    }

    mutating func lower() -> API {
        let servers = lowerServers()
        let security = lowerSecurity()
        let credentials = lowerCredentials()
        reserveNames()
        discriminatorValues = DiscriminatorValues(self)
        multipartSchemas = findMultipartSchemas()
        multipartUnions = findMultipartUnions()
        let groups = lowerGroups()
        let (webhooks, callbacks) = (lowerWebhooks(), lowerCallbacks())
        lowerPendingTypes()
        markDirections(from: groups)
        markReceived(webhooks + callbacks)
        breakCycles()
        return API(
            service: service,
            title: document.info.title,
            version: document.info.version,
            description: document.info.description ?? document.info.summary,
            servers: servers,
            credentials: credentials,
            security: security,
            dateDecimals: document.dateDecimals,
            groups: groups,
            webhooks: webhooks,
            callbacks: callbacks,
            types: types.declarations,
        )
    }

    /// The client's and the groups' types stand beside the models.
    private mutating func reserveNames() {
        types.topLevel.reserve(service + "Client")
        types.topLevel.reserve(service)
        if !document.webhooks.isEmpty { types.topLevel.reserve("Webhooks") }
        let operations = document.paths.flatMap(\.operations)
        if operations.contains(where: { !$0.callbacks.isEmpty }) { types.topLevel.reserve("Callbacks") }
        for tag in tagsInUse {
            types.topLevel.reserve(groupTypeName(tag))
        }
        claimComponentNames()
    }
}

// MARK: - Servers

extension Lowering {
    private mutating func lowerServers() -> [API.Server] {
        var names = NameScope()
        return document.servers.enumerated().compactMap { index, server in
            let url = absoluteURL(of: server)
            let variables = server.variables.map { lower($0) } + openVariables(of: server, in: url)
            let defaults = server.variables.map { ($0.name, $0.defaultValue.value) }
            let isOpen = variables.contains { $0.defaultValue == nil }
            let problem = isOpen ? nil : problem(of: url, defaults)
            if let problem {
                let consequence =
                    variables.isEmpty ? "it is left out" : "the caller has to fill in its variables"
                diagnostics.report(.unusableServer(server.url, problem, consequence))
                if variables.isEmpty { return nil }
            }
            let word = server.swiftName?.text ?? server.name ?? shortName(server) ?? "server\(index + 1)"
            let (source, range) = (server.url.value, server.url.range)
            let name = name(SwiftNames.member(word).text, for: source, at: range, in: &names)
            return API.Server(
                name: name,
                url: url,
                description: server.description,
                variables: variables,
                isDefault: index == 0 && !isOpen && problem == nil,
            )
        }
    }

    /// The variables that only the caller can fill in.
    private mutating func openVariables(of server: OpenAPI.Server, in url: String) -> [API.ServerVariable] {
        let origin = url.hasPrefix("{\(Self.origin)}") && url != server.url.value ? [Self.origin] : []
        return (origin + undeclaredVariables(of: server)).map { name in
            API.ServerVariable(
                name: SwiftNames.member(name),
                wireName: name,
                defaultValue: nil,
                description: origin.contains(name)
                    ? "Scheme and host of the service, such as `https://api.example.com`." : nil,
                type: nil,
            )
        }
    }

    /// What a server is called in a few words, such as `Mock server`; the only one needs no telling apart.
    func shortName(_ server: OpenAPI.Server) -> String? {
        if document.servers.count == 1 { return "production" }
        let words = (server.description ?? "").split { !$0.isLetter && !$0.isNumber }
            .drop { $0.lowercased() == "the" }
        let isName = (1...3).contains(words.count) && words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        return isName ? words.joined(separator: " ") : nil
    }

    private mutating func lower(_ variable: OpenAPI.ServerVariable) -> API.ServerVariable {
        let word = variable.swiftName?.text ?? variable.name
        let cases = variable.enumeration.map { self.cases($0, $0.values) } ?? []
        if let values = variable.enumeration?.values.map(\.text),
            !values.contains(variable.defaultValue.value)
        {
            diagnostics.report(.defaultNotInEnum(variable.defaultValue, among: values))
        }
        let type = API.VariableType(name: SwiftNames.type(word), enumeration: API.Enumeration(cases: cases))
        return API.ServerVariable(
            name: SwiftNames.member(word),
            wireName: variable.name,
            defaultValue: variable.defaultValue.value,
            description: variable.description,
            type: cases.isEmpty ? nil : type,
        )
    }
}

// MARK: - Groups

extension Lowering {
    /// The first tags of the operations, in order of appearance.
    var tagsInUse: [String] {
        var seen: Set<String> = []
        return document.paths.flatMap(\.operations).map(groupName).filter { seen.insert($0).inserted }
    }

    /// An operation stands in the group of its first tag.
    private func groupName(of operation: OpenAPI.Operation) -> String {
        operation.tags.first?.value ?? "General"
    }

    private func groupTypeName(_ tag: String) -> String {
        let name = document.tags.first { $0.name == tag }?.swiftName?.text ?? tag
        return SwiftNames.type(name) + "API"
    }

    private mutating func lowerGroups() -> [API.Group] {
        var operations: [String: [API.Operation]] = [:]
        for path in document.paths {
            for operation in path.operations {
                operations[groupName(of: operation), default: []] += lowerOperation(operation, at: path)
            }
        }
        return tagsInUse.map { tag in
            let declared = document.tags.first { $0.name == tag }
            return API.Group(
                name: SwiftNames.member(declared?.swiftName?.text ?? tag),
                typeName: groupTypeName(tag),
                description: declared?.description,
                operations: operations[tag] ?? [],
            )
        }
    }
}
