import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    /// How an operation returns a list in pages (`x-pagination`).
    struct Pagination: Sendable {
        enum Style: String, Sendable, CaseIterable {
            /// A parameter takes the page number.
            case page
            /// A parameter takes the number of items to skip.
            case offset
            /// A parameter takes a cursor, which is in a property of the page.
            case cursor
            /// A parameter takes a property of the last item.
            case lastItem
            /// A parameter takes what its namesake is in the URI of the next page, in the `Link` header (RFC 8288).
            case link
        }

        /// The names of a property and of those that lead to it.
        typealias Path = [Located<String>]

        let node: Node
        let style: Style
        /// The parameter that takes the page number, the offset or the cursor.
        let parameter: Located<String>
        /// The property of the response that contains the items; `nil` if the response is the list.
        let items: Path?
        /// The property with the number of pages or items, or with the cursor or URI of the next page, or that of an item.
        let end: Path?
        /// The property that tells whether there is another page.
        let more: Path?
        let range: SourceRange
    }
}

extension OpenAPI.Pagination {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "pagination") else { return nil }
        defer { decoder.finish(object) }
        let styleNode = decoder.required("style", in: &object)
        guard let style = decoder.choice(styleNode, of: Style.self, as: "a style of pagination") else {
            object.acceptAll()
            decoder.record.note(node, as: .reported)
            return nil
        }
        let fields = style.fields
        let parameter = decoder.locatedText(decoder.required(fields.parameter, in: &object))
        let endNode =
            fields.needsEnd
            ? fields.end.flatMap { decoder.required($0, in: &object) } : fields.end.flatMap { object[$0] }
        guard let parameter, endNode != nil || !fields.needsEnd else {
            decoder.record.note(node, as: .reported)
            return nil
        }
        self.init(
            node: node, style: style, parameter: parameter,
            items: object["items"].flatMap { decoder.path($0) }, end: endNode.flatMap { decoder.path($0) },
            more: object["more"].flatMap { decoder.path($0) }, range: object.node.range)
    }
}

extension OpenAPI.Pagination.Style {
    /// The fields for the parameter, and for the property of ``OpenAPI/Pagination/end``.
    fileprivate var fields: (parameter: String, end: String?, needsEnd: Bool) {
        switch self {
        case .page: ("page", "pageCount", false)
        case .offset: ("offset", "total", false)
        case .cursor: ("cursor", "next", true)
        case .lastItem: ("cursor", "id", true)
        case .link: ("cursor", nil, false)
        }
    }
}

extension SpecDecoder {
    /// A property by its name, or by the list of names that lead to it.
    fileprivate mutating func path(_ node: Node) -> OpenAPI.Pagination.Path? {
        guard node.kind == .sequence else { return locatedText(node).map { [$0] } }
        let names = list(node, of: "names of properties") { decoder, name in decoder.locatedText(name) }
        return names.isEmpty ? nil : names
    }
}
