import APIGenYAML

/// Chooses the words of the generated code: names, types, literals and comments. Templates only lay them out.
struct SwiftPresenter {
    private let api: API
    private let names: Names
    private let words: Words

    /// - Parameters:
    ///   - identifiers: Those of the API.
    ///   - tell: Called with each text of the document that is included in the output.
    init(
        _ api: API,
        identifiers: Identifiers,
        tell: @escaping (Node.ID) -> Void = { _ in },
    ) {
        self.api = api
        names = Names(api, identifiers: identifiers)
        words = Words(api, spelling: { identifiers[$0].text }, tell: tell)
    }

    func present() -> [SwiftFile] {
        let client = SwiftFile(path: "\(api.clientName).swift", content: .client(client))
        return [client] + groups + headers + schemas + payloads + models
    }

    /// The modules of the runtime that the client imports.
    private var runtimeModules: [RuntimeModule] {
        let client = client
        return [
            client.endpoints.isEmpty ? nil : .oauth, .runtime,
            client.usesSigning || api.webhookSignature != nil ? .signing : nil,
        ].compactMap(\.self)
    }

    /// The files of the client's package other than those of the client.
    func presentPackage(
        on runtime: RuntimeSource, and packages: [PackageDependency], hasTests: Bool,
    ) -> PackagePresenter {
        PackagePresenter(
            name: api.service, imported: runtimeModules, runtime: runtime, others: packages,
            hasTests: hasTests)
    }

    private var client: ClientView {
        ClientPresenter(api: api, names: names, words: words).view
    }

    private var groups: [SwiftFile] {
        api.groups.map { group in
            let presenter = GroupPresenter(group: group, api: api, names: names, words: words)
            let type = names[group.typeName].text
            let path = "\(SwiftNames.folder(ofGroup: type))/\(type).swift"
            return SwiftFile(path: path, content: .group(presenter.view))
        }
    }

    private var headers: [SwiftFile] {
        let view = HeadersPresenter(api: api, names: names).view
        return view.map { [SwiftFile(path: "\(api.clientName)+Headers.swift", content: .headers($0))] } ?? []
    }

    private var schemas: [SwiftFile] {
        let view = SchemasPresenter(api: api, names: names).view
        return view.map { [SwiftFile(path: "\(api.clientName)+Schemas.swift", content: .schemas($0))] } ?? []
    }

    private var payloads: [SwiftFile] {
        let presenter = PayloadsPresenter(
            signature: api.webhookSignature, names: names, words: words)
        let webhooks = presenter.view(
            named: api.webhooksType, of: api.webhooks,
            about: "Payloads of the service's webhooks, by their names.")
        let callbacks = presenter.view(
            named: api.callbacksType, of: api.callbacks,
            about:
                "Payloads of the service's callbacks to URLs that requests supplied, by their names.")
        return [webhooks, callbacks].compactMap(\.self).map {
            SwiftFile(path: "\($0.name).swift", content: .payloads($0))
        }
    }

    private var models: [SwiftFile] {
        let tree = TypeTree(api.types)
        return api.types.filter { $0.parent == nil && tree.isWritten($0) }.map { type in
            let presenter = ModelPresenter(
                tree: tree, names: names.inside(type), fileNames: names, words: words)
            let view = presenter.fileView(of: type)
            return SwiftFile(path: "Models/\(names[type.name].text).swift", content: .model(view))
        }
    }
}

extension API {
    var clientName: String { SwiftNames.client(of: service) }
}
