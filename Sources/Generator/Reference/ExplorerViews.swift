import APIGenTemplating

/// The page on which all of a client can be searched. All texts are HTML.
struct ExplorerView: View {
    let index: IndexView
    let groups: [ExplorerGroupView]
    let models: [ExplorerModelView]

    static let fields: ViewFields<ExplorerView> = [
        .optional("index", { $0.index }),
        .list("groups", \.groups),
        .list("models", \.models),
        .flag("hasModels", { !$0.models.isEmpty }),
    ]
}

struct ExplorerGroupView: View {
    let name: String
    let description: [String]
    let operations: [ExplorerOperationView]

    static let fields: ViewFields<ExplorerGroupView> = [
        .text("name", \.name),
        .texts("description", \.description),
        .list("operations", \.operations),
    ]
}

struct ExplorerOperationView: View {
    /// Its place on the page.
    let anchor: String
    let verb: String
    /// The verb in lower case.
    let method: String
    let path: String
    /// The path, with places where a line may end.
    let breakablePath: String
    let section: OperationSectionView

    static let fields: ViewFields<ExplorerOperationView> = [
        .text("anchor", \.anchor),
        .text("verb", \.verb),
        .text("method", \.method),
        .text("path", \.path),
        .text("breakablePath", \.breakablePath),
        .optional("section", { $0.section }),
    ]
}

struct ExplorerModelView: View {
    let section: ModelSectionView

    static let fields: ViewFields<ExplorerModelView> = [.optional("section", { $0.section })]
}
