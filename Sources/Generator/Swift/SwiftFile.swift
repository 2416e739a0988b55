/// A file to be rendered.
struct SwiftFile {
    enum Content {
        case client(ClientView)
        case group(GroupView)
        case model(ModelView)
        case headers(HeadersView)
        case payloads(PayloadsView)
        case schemas(SchemasView)
        case package(PackageView)
    }

    /// Relative to the folder of the service.
    let path: String
    let content: Content

    func moved(below folder: String) -> SwiftFile {
        SwiftFile(path: "\(folder)/\(path)", content: content)
    }
}
