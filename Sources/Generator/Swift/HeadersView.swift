import Templating

/// The file with the response headers of all operations.
struct HeadersView: View {
    let source: String
    let usesFoundation: Bool
    let types: [HeaderTypeView]

    static let fields: ViewFields<HeadersView> = [
        .text("source", \.source),
        .flag("usesFoundation", \.usesFoundation),
        .list("types", \.types),
    ]
}

/// The headers whose values have a type.
struct HeaderTypeView: View {
    let type: String
    let headers: [HeaderView]

    static let fields: ViewFields<HeaderTypeView> = [
        .text("type", \.type),
        .list("headers", \.headers),
    ]
}

struct HeaderView: View {
    let name: String
    let wireName: String
    let literal: String

    static let fields: ViewFields<HeaderView> = [
        .text("name", \.name),
        .text("wireName", \.wireName),
        .text("literal", \.literal),
    ]
}
