import SourceText
import YAML

extension OpenAPI {
    /// How an operation returns a list in pages (`x-pagination`).
    struct Pagination: Sendable {
        enum Style: String, Sendable, CaseIterable {
            /// A parameter takes the page number.
            case page
            /// A parameter takes a cursor, which is in the URI of the next page.
            case cursor
        }

        let node: Node
        let style: Style
        /// The parameter that takes the page number or the cursor.
        let parameter: Located<String>
        /// The property of the response that contains the items.
        let items: Located<String>
        /// The property with the number of pages, or with the URI of the next page.
        let end: Located<String>?
        let range: SourceRange
    }
}

extension OpenAPI.Pagination {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "pagination") else { return nil }
        defer { decoder.finish(object) }
        let items = decoder.locatedText(decoder.required("items", in: &object))
        let styleNode = decoder.required("style", in: &object)
        guard let style = decoder.choice(styleNode, of: Style.self, as: "a style of pagination") else {
            object.acceptAll()
            decoder.record.note(node, as: .reported)
            return nil
        }
        let parameter: OpenAPI.Located<String>?
        let end: OpenAPI.Located<String>?
        switch style {
        case .page:
            parameter = decoder.locatedText(decoder.required("page", in: &object))
            end = decoder.locatedText(object["pageCount"])
        case .cursor:
            parameter = decoder.locatedText(decoder.required("cursor", in: &object))
            end = decoder.locatedText(decoder.required("next", in: &object))
        }
        guard let items, let parameter else {
            decoder.record.note(node, as: .reported)
            return nil
        }
        self.init(
            node: node, style: style, parameter: parameter, items: items, end: end, range: object.node.range)
    }
}
