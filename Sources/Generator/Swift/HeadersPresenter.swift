/// Presents the response headers of all operations in Swift.
struct HeadersPresenter {
    let headers: [API.HeaderDeclaration]
    let source: String
    let names: Names

    /// `nil` if there are no headers.
    var view: HeadersView? {
        guard !headers.isEmpty else { return nil }
        let types = headers.map(\.type).withoutDuplicates
        return HeadersView(
            source: source,
            usesFoundation: types.contains(where: \.usesFoundation),
            types: types.map { type in
                HeaderTypeView(type: names.type(type), headers: headers.filter { $0.type == type }.map(view))
            },
        )
    }

    private func view(_ header: API.HeaderDeclaration) -> HeaderView {
        HeaderView(
            name: names[header.name].escaped, wireName: header.wireName,
            literal: SwiftLiteral.string(header.wireName))
    }
}
