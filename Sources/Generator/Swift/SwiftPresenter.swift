/// Chooses the words of the generated code: names, types, literals and comments. Templates only lay them out.
struct SwiftPresenter {
    let api: API
    /// Where the document stands, as it is told in each file's first line.
    let source: String
    private(set) var types: TypeNames
    private let ledger: Ledger

    init(_ api: API, source: String, ledger: Ledger = Ledger()) {
        self.api = api
        // A line of a comment, which no name of a file may end.
        self.source = String(source.map { $0.isNewline ? "?" : $0 })
        self.ledger = ledger
        types = TypeNames(api.types, module: api.service)
    }

    /// The text of the document that goes into a comment. There is no other way to get at it here, so that the account
    /// knows what reaches a reader.
    func told(_ prose: Prose?) -> String? {
        prose.map {
            ledger.tell($0.node)
            return $0.text
        }
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
