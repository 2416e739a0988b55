import APIGenSourceText

/// The API under construction, shared by all lowering passes.
///
/// A class, since every pass adds to the same API, and the contents of a type are known long after the type itself.
final class APIBuilder {
    let document: OpenAPI.Document
    let service: String
    let config: Config
    let recorder: CoverageRecorder?
    let graph: SchemaGraph
    var diagnostics: Diagnostics
    var table: TypeTable
    /// The schemas without a `type` that are taken for objects or arrays.
    var impliedTypes: [OpenAPI.Schema] = []
    /// The schemas whose unchecked rules have been reported.
    var reportedRules: Set<SourceRange> = []
    /// The paths whose deviations have been reported.
    var reportedPaths: Set<SourceRange> = []
    /// The lists and dictionaries whose elements are being resolved.
    var resolving: [OpenAPI.Schema.ID] = []
    /// All names of the API, in the order in which they were assigned: the first one keeps its name.
    var names: [API.NameOrigin] = []
    private var scopeCount = 0
    /// The groups of operations, in order of appearance.
    var tagGroups: [TagGroup] = []
    /// The operations of the document, by the names of their methods.
    var operations: [API.Name: OpenAPI.Operation] = [:]
    /// The response headers of all operations so far, with the places of their declarations.
    var headers: [(header: API.Header, range: SourceRange)] = []
    /// The types of server variables, by a key that is the same for all spellings of a variable's name.
    var variableTypes: [String: [API.VariableType]] = [:]
    /// The names of the types of components, whether they are used or not.
    var componentTypes: [OpenAPI.Schema.ID: API.Name] = [:]
    var discriminatorValues = DiscriminatorValues()
    /// The schemas whose properties are parts of multipart bodies, with the encodings of these bodies.
    var multipartSchemas: [OpenAPI.Schema.ID: [OpenAPI.Encoding]] = [:]
    /// The schemas of parameters and bodies, with the words for their places.
    private(set) var checked: [(schema: OpenAPI.Schema.ID, place: String)] = []
    /// The unions that are parts of multipart bodies.
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

    /// Has the values of a parameter or a body checked against its schema.
    func check(_ schema: OpenAPI.Schema.ID, at place: String) -> API.CheckedID {
        checked.append((schema, place))
        return API.CheckedID(index: checked.count - 1)
    }

    /// Creates a scope for the members of a declaration.
    func scope(of members: API.Members) -> API.NameScope {
        scopeCount += 1
        return .members(members, of: scopeCount)
    }
}
