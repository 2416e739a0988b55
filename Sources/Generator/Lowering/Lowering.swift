import APIGenSourceText
import APIGenYAML

/// Lowers a document to an API: determines the types, and checks the rules for documents.
struct Lowering {
    let builder: APIBuilder

    init(
        document: OpenAPI.Document,
        service: String,
        config: Config = Config(),
        diagnostics: Diagnostics,
        recorder: CoverageRecorder? = nil,
    ) {
        builder = APIBuilder(
            document: document, service: service, config: config,
            diagnostics: diagnostics, recorder: recorder)
    }

    var graph: SchemaGraph { builder.graph }
    var types: TypeLowering { TypeLowering(lowering: self) }
    var records: RecordLowering { RecordLowering(lowering: self) }
    var unions: UnionLowering { UnionLowering(lowering: self) }
    var servers: ServerLowering { ServerLowering(lowering: self) }
    var security: SecurityLowering { SecurityLowering(lowering: self) }
    var operations: OperationLowering { OperationLowering(lowering: self) }
    var paths: PathLowering { PathLowering(lowering: self) }
    var parameters: ParameterLowering { ParameterLowering(lowering: self) }
    var bodies: BodyLowering { BodyLowering(lowering: self) }
    var results: ResultLowering { ResultLowering(lowering: self) }
    var streams: StreamLowering { StreamLowering(lowering: self) }
    var links: LinkLowering { LinkLowering(lowering: self) }

    func lower() -> API {
        reserveNames()
        types.note("x-date-decimals", "x-idempotency", of: builder.document.node, as: .typed)
        types.note(whole: builder.document.node["x-response-headers"], as: .typed)
        types.note(whole: builder.document.node["x-webhook-signature"], as: .typed)
        types.note("title", "version", of: builder.document.info.node, as: .documentation)
        let servers = self.servers.lowerServers()
        let security = self.security.lowerSecurity()
        let credentials = self.security.lowerCredentials()
        builder.discriminatorValues = DiscriminatorValues(graph)
        builder.multipartSchemas = types.findMultipartSchemas()
        builder.multipartUnions = types.findMultipartUnions()
        let groups = operations.lowerGroups()
        let (webhooks, callbacks) = (operations.lowerWebhooks(), operations.lowerCallbacks())
        completeTypes(of: groups, webhooks + callbacks)
        return API(
            service: builder.service,
            about: builder.document.info,
            externalDocs: builder.document.externalDocs,
            servers: servers,
            credentials: credentials,
            security: security,
            dateDecimals: builder.document.dateDecimals,
            responseHeaders: API.ResponseHeaders(builder.document.responseHeaders),
            groups: links.lowerLinks(of: groups.map(operations.lowerPages)),
            webhooks: webhooks,
            callbacks: callbacks,
            webhookSignature: builder.document.webhookSignature,
            types: builder.table.declarations,
            constraints: constraints,
            headers: results.declareHeaders(),
            names: builder.names,
            nameSteps: builder.config.nameSteps,
            typePrefix: builder.config.typePrefix,
            ownTypes: builder.config.ownTypes.all,
        )
    }

    /// Completes what depends on all uses of a type.
    private func completeTypes(of groups: [API.Group], _ webhooks: [API.Webhook]) {
        types.lowerPendingTypes()
        types.reportImpliedTypes()
        builder.table.markDirections(from: groups)
        builder.table.markReceived(webhooks)
        markKept()
        builder.table.markForeignMembers(from: groups)
        if builder.config.undeclaredProperties == .keep {
            builder.table.keepUndeclaredProperties(from: groups)
        }
        builder.table.breakCycles()
        builder.table.separateLargeValues()
        if builder.config.nameSteps.contains(.enumerations) { types.shareEnumerations() }
    }

    /// What the values of types, parameters and bodies are checked against.
    private var constraints: API.Constraints {
        var constraints = ConstraintLowering(graph: graph, table: builder.table)
        let found = constraints.constraints(of: builder.checked)
        for node in found.nodes { builder.recorder?.note(node, as: .typed) }
        return found
    }

    private func markKept() {
        switch builder.config.models {
        case .codable: builder.table.markAllKept()
        case .directional: builder.table.markKept()
        }
    }

    /// Assigns the names of groups and components first, so that no other name changes them.
    private func reserveNames() {
        builder.tagGroups = operations.makeTagGroups()
        types.claimComponentNames()
    }
}

extension API.ResponseHeaders {
    fileprivate init(_ headers: OpenAPI.ResponseHeaders?) {
        self.init(
            requestID: headers?.requestID,
            limit: headers?.rateLimit?.limit,
            remaining: headers?.rateLimit?.remaining,
            used: headers?.rateLimit?.used,
            reset: headers?.rateLimit?.reset,
        )
    }
}
