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
    let undeclaredProperties: Config.UndeclaredProperties
    var diagnostics: Diagnostics
    let ledger: Ledger?
    var types: TypeTable
    let shapes = ShapeMemo()
    /// The schemas without a type that are taken for objects or arrays.
    var impliedTypes: [OpenAPI.Schema] = []
    /// The schemas whose rules have been reported as not checked.
    var reportedRules: Set<SourceRange> = []
    /// The paths whose oddities have been reported.
    var reportedPaths: Set<SourceRange> = []
    /// The lists and dictionaries whose elements are being resolved.
    var resolving: [OpenAPI.Schema.ID] = []
    /// The names of the methods of all groups, in each of which stands a property `api`.
    var operationNames = NameScope(taken: ["api"])
    /// What stands in the client itself: its groups, and the types of its servers' variables.
    var clientScope = NameScope(taken: SwiftNames.clientMembers)
    /// The groups of operations, in order of appearance.
    var tagGroups: [TagGroup] = []
    /// The types of the servers' variables, by the names that the variables give them.
    var variableTypes: [String: [API.VariableType]] = [:]
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
        undeclaredProperties: Config.UndeclaredProperties = .keep,
        diagnostics: Diagnostics,
        ledger: Ledger? = nil,
    ) {
        self.undeclaredProperties = undeclaredProperties
        self.ledger = ledger
        self.document = document
        let components = document.components.map { ($0.schema, $0.name) }
        componentNames = Dictionary(components) { first, _ in first }
        self.service = service
        self.diagnostics = diagnostics
        types = TypeTable(module: service)
    }

    mutating func lower() -> API {
        reserveNames()
        let servers = lowerServers()
        let security = lowerSecurity()
        let credentials = lowerCredentials()
        discriminatorValues = DiscriminatorValues(self)
        multipartSchemas = findMultipartSchemas()
        multipartUnions = findMultipartUnions()
        let groups = lowerGroups()
        let (webhooks, callbacks) = (lowerWebhooks(), lowerCallbacks())
        lowerPendingTypes()
        reportImpliedTypes()
        markDirections(from: groups)
        markReceived(webhooks + callbacks)
        markKept()
        markForeignMembers(from: groups)
        if undeclaredProperties == .keep { keepUndeclaredProperties(from: groups) }
        breakCycles()
        return API(
            service: service,
            about: document.info,
            link: document.link,
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

    /// The names that no schema has: those of the module, and of what stands in it beside the models.
    private mutating func reserveNames() {
        for name in [service, SwiftNames.client(of: service)] {
            types.topLevel.reserve(name)
            clientScope.reserve(name)
        }
        if !document.webhooks.isEmpty { types.topLevel.reserve("Webhooks") }
        let operations = document.paths.flatMap(\.operations)
        if operations.contains(where: { !$0.callbacks.isEmpty }) { types.topLevel.reserve("Callbacks") }
        tagGroups = makeTagGroups()
        claimComponentNames()
    }
}
