/// Presents the response headers of all operations in Swift.
struct HeadersPresenter {
    let api: API
    let names: Names

    /// `nil` if there are no headers.
    var view: HeadersView? {
        guard !api.headers.isEmpty else { return nil }
        return HeadersView(
            usesFoundation: api.headers.contains { $0.type.usesFoundation },
            clientName: api.clientName,
            headers: api.headers.map(view),
        )
    }

    private func view(_ header: API.HeaderDeclaration) -> HeaderView {
        HeaderView(
            name: names[header.name].escaped, type: names.type(header.type), wireName: header.wireName,
            literal: SwiftLiteral.string(header.wireName))
    }
}
