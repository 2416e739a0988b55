/// Chooses the words of the generated code: names, types, literals and comments. Templates only lay them out.
struct SwiftPresenter {
    let api: API
    /// Where the document stands, as it is told in each file's first line.
    let source: String
    private(set) var types: TypeNames

    init(_ api: API, source: String) {
        self.api = api
        // A line of a comment, which no name of a file may end.
        self.source = String(source.map { $0.isNewline ? "?" : $0 })
        types = TypeNames(api.types, module: api.service)
    }

    var clientName: String { SwiftNames.client(of: api.service) }

    func present() -> [SwiftFile] {
        let groups = api.groups.map { group in
            let folder = SwiftNames.folder(ofGroup: group.typeName)
            return SwiftFile(path: "\(folder)/\(group.typeName).swift", content: .group(present(group)))
        }
        let models = api.types.filter { $0.parent == nil && isWritten($0) }.map { type in
            var presenter = self
            presenter.types = types.inside(type)
            return SwiftFile(path: "Models/\(type.name).swift", content: .model(presenter.presentModel(type)))
        }
        let client = SwiftFile(path: "\(clientName).swift", content: .client(presentClient()))
        return [client] + groups + presentPayloads() + models
    }
}

/// A file to be rendered.
struct SwiftFile {
    enum Content {
        case client(ClientView)
        case group(GroupView)
        case model(ModelView)
        case payloads(PayloadsView)
        case package(PackageView)
    }

    /// Below the folder of the service.
    let path: String
    let content: Content

    func moved(below folder: String) -> SwiftFile {
        SwiftFile(path: "\(folder)/\(path)", content: content)
    }
}
