import SourceText
import YAML

extension OpenAPI {
    /// How an operation hands out a list in pages (`x-pagination`).
    struct Pagination: Sendable {
        enum Style: String, Sendable, CaseIterable {
            /// A parameter takes the number of a page.
            case page
            /// A parameter takes a cursor, which stands in the URI of the next page.
            case cursor
        }

        let style: Style
        /// The parameter that takes the number or the cursor.
        let parameter: Located<String>
        /// The property of the response that holds the items.
        let items: Located<String>
        /// The property that tells the number of pages, or the URI of the next one.
        let end: Located<String>?
        let range: SourceRange
    }
}

extension SpecDecoder {
    mutating func pagination(_ node: Node) -> OpenAPI.Pagination? {
        guard var object = object(node, "pagination") else { return nil }
        defer { finish(object) }
        let items = locatedText(required("items", in: &object))
        guard
            let style = required("style", in: &object)
                .flatMap({ choice($0, OpenAPI.Pagination.Style.self, "a style of pagination") })
        else {
            object.acceptAll()
            return nil
        }
        let parameter: OpenAPI.Located<String>?
        let end: OpenAPI.Located<String>?
        switch style {
        case .page:
            parameter = locatedText(required("page", in: &object))
            end = locatedText(object["pageCount"])
        case .cursor:
            parameter = locatedText(required("cursor", in: &object))
            end = locatedText(required("next", in: &object))
        }
        guard let items, let parameter else { return nil }
        return OpenAPI.Pagination(
            style: style, parameter: parameter, items: items, end: end, range: object.node.range)
    }
}
