import APIGenTemplating

/// The page on which all of a client can be searched. All texts are HTML.
struct ExplorerView: View {
    /// Without tags, for the title of the window.
    let title: String
    let index: IndexView
    let groups: [ExplorerGroupView]
    let models: [ExplorerModelView]

    static let fields: ViewFields<ExplorerView> = [
        .text("title", \.title),
        .optional("index", { $0.index }),
        .list("groups", \.groups),
        .list("models", \.models),
        .flag("hasModels", { !$0.models.isEmpty }),
    ]
}

struct ExplorerGroupView: View {
    let name: String
    /// How a link spells the name.
    let link: String
    let description: [String]
    let operations: [ExplorerOperationView]

    static let fields: ViewFields<ExplorerGroupView> = [
        .text("name", \.name),
        .text("link", \.link),
        .texts("description", \.description),
        .list("operations", \.operations),
    ]
}

struct ExplorerOperationView: View {
    /// Its place on the page, and how a link spells it.
    let anchor: String
    let link: String
    let name: String
    let verb: String
    /// The verb in lower case.
    let method: String
    let path: String
    /// The path, with places where a line may end.
    let breakablePath: String
    let section: OperationSectionView

    static let fields: ViewFields<ExplorerOperationView> = [
        .text("anchor", \.anchor),
        .text("link", \.link),
        .text("name", \.name),
        .text("verb", \.verb),
        .text("method", \.method),
        .text("path", \.path),
        .text("breakablePath", \.breakablePath),
        .optional("section", { $0.section }),
    ]
}

struct ExplorerModelView: View {
    /// How a link spells its name.
    let link: String
    let section: ModelSectionView

    static let fields: ViewFields<ExplorerModelView> = [
        .text("link", \.link),
        .optional("section", { $0.section }),
    ]
}
