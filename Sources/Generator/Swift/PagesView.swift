import APIGenTemplating

/// The method that returns the pages of an operation.
struct PagesView: View {
    let name: String
    let doc: [DocLineView]
    let isDeprecated: Bool
    /// Whether the next page is found by a header of the response, which takes a client.
    let isLinked: Bool
    let parameters: [String]
    let result: String
    let call: CallView
    let fetch: CallView

    static let fields: ViewFields<PagesView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .flag("isDeprecated", \.isDeprecated),
        .texts("parameters", \.parameters),
        .text("result", \.result),
        .optional("call", { $0.call }),
        .optional("fetch", { $0.fetch }),
    ]
}
