import YAML

/// Chooses the words of the generated code: names, types, literals and comments. Templates only lay them out.
struct SwiftPresenter {
    private let api: API
    private let source: String
    private let names: Names
    private let words: Words

    /// - Parameters:
    ///   - identifiers: Those of the API.
    ///   - source: The path of the document, for the first line of each file.
    ///   - tell: Called with each text of the document that is included in the output.
    init(
        _ api: API,
        identifiers: Identifiers,
        source: String,
        tell: @escaping (Node.ID) -> Void = { _ in },
    ) {
        self.api = api
        // A line break in a file name would end the comment.
        self.source = String(source.map { $0.isNewline ? "?" : $0 })
        names = Names(api, identifiers: identifiers)
        words = Words(api, spelling: { identifiers[$0].text }, tell: tell)
    }

    func present() -> [SwiftFile] {
        let client = SwiftFile(path: "\(api.clientName).swift", content: .client(client))
        return [client] + groups + headers + payloads + models
    }

    /// The package manifest for the client.
    func presentPackage(runtimePath: String) -> SwiftFile {
        let client = client
        let modules = [
            client.endpoints.isEmpty ? nil : "APIOAuth", "APIRuntime",
            client.usesSigning || api.webhookSignature != nil ? "APISigning" : nil,
        ]
        let view = PackageView(
            name: SwiftLiteral.string(api.service),
            runtimePath: SwiftLiteral.string(runtimePath),
            runtimeModules: modules.compactMap(\.self).map(SwiftLiteral.string),
        )
        return SwiftFile(path: "Package.swift", content: .package(view))
    }

    private var client: ClientView {
        ClientPresenter(api: api, source: source, names: names, words: words).view
    }

    private var groups: [SwiftFile] {
        api.groups.map { group in
            let presenter = GroupPresenter(group: group, api: api, source: source, names: names, words: words)
            let type = names[group.typeName].text
            let path = "\(SwiftNames.folder(ofGroup: type))/\(type).swift"
            return SwiftFile(path: path, content: .group(presenter.view))
        }
    }

    private var headers: [SwiftFile] {
        let view = HeadersPresenter(api: api, source: source, names: names).view
        return view.map { [SwiftFile(path: "\(api.clientName)+Headers.swift", content: .headers($0))] } ?? []
    }

    private var payloads: [SwiftFile] {
        let presenter = PayloadsPresenter(
            source: source, signature: api.webhookSignature, names: names, words: words)
        let webhooks = presenter.view(
            named: SwiftNames.webhooks, of: api.webhooks,
            about: "Payloads of the service's webhooks, by their names.")
        let callbacks = presenter.view(
            named: SwiftNames.callbacks, of: api.callbacks,
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
            let view = presenter.view(of: type, source: source)
            return SwiftFile(path: "Models/\(names[type.name].text).swift", content: .model(view))
        }
    }
}

extension API {
    var clientName: String { SwiftNames.client(of: service) }
}
