import APIGenTemplating

/// The file with the response headers of all operations.
struct HeadersView: View {
    let usesFoundation: Bool
    let clientName: String
    let headers: [HeaderView]

    static let fields: ViewFields<HeadersView> = [
        .flag("usesFoundation", \.usesFoundation),
        .text("clientName", \.clientName),
        .list("headers", \.headers),
    ]
}

struct HeaderView: View {
    let name: String
    let type: String
    let wireName: String
    let literal: String

    static let fields: ViewFields<HeaderView> = [
        .text("name", \.name),
        .text("type", \.type),
        .text("wireName", \.wireName),
        .text("literal", \.literal),
    ]
}
