import SourceText

/// The API while it is being made: what all passes of lowering add to.
///
/// A class, because every pass adds to the same one, and what a type holds is known long after the type is.
final class APIBuilder {
    let document: OpenAPI.Document
    let service: String
    let config: Config
    let recorder: CoverageRecorder?
    let graph: SchemaGraph
    var diagnostics: Diagnostics
    var table: TypeTable
    /// The schemas without a type that are taken for objects or arrays.
    var impliedTypes: [OpenAPI.Schema] = []
    /// The schemas whose rules have been reported as not checked.
    var reportedRules: Set<SourceRange> = []
    /// The paths whose oddities have been reported.
    var reportedPaths: Set<SourceRange> = []
    /// The lists and dictionaries whose elements are being resolved.
    var resolving: [OpenAPI.Schema.ID] = []
    /// Every name of the API, in the order in which they are given: who comes first keeps a name.
    var names: [API.NameOrigin] = []
    private var scopeCount = 0
    /// The groups of operations, in order of appearance.
    var tagGroups: [TagGroup] = []
    /// The types of the servers' variables, by what is the same in all spellings of the variables' names.
    var variableTypes: [String: [API.VariableType]] = [:]
    /// The names of the components' types, whether they are used or not.
    var componentTypes: [OpenAPI.Schema.ID: API.Name] = [:]
    var discriminatorValues = DiscriminatorValues()
    /// The schemas whose properties are parts of multipart bodies, with what the bodies say of the parts.
    var multipartSchemas: [OpenAPI.Schema.ID: [OpenAPI.Encoding]] = [:]
    /// The unions whose values are parts of multipart bodies.
    var multipartUnions: Set<OpenAPI.Schema.ID> = []

    init(
        document: OpenAPI.Document,
        service: String,
        config: Config,
        diagnostics: Diagnostics,
        recorder: CoverageRecorder?,
    ) {
        self.document = document
        self.service = service
        self.config = config
        self.diagnostics = diagnostics
        self.recorder = recorder
        graph = SchemaGraph(document.schemas, components: document.components)
        table = TypeTable()
    }

    /// A scope of the members of one declaration.
    func scope(of members: API.Members) -> API.NameScope {
        scopeCount += 1
        return .members(members, of: scopeCount)
    }
}
