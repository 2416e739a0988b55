/// A field of a view: its name in templates, its kind, and a function that reads it, which may be a key path literal
/// such as `\.name`.
public struct ViewField<Root: View>: Sendable {
    let name: String
    let content: FieldContent

    /// A text that is always present: `{{name}}` writes it.
    public static func text(_ name: String, _ value: @escaping @Sendable (Root) -> String) -> Self {
        Self(name: name, content: .text { $0.read(value) })
    }

    /// A flag: its section is rendered if it is set, and its inverted section if it is not.
    public static func flag(_ name: String, _ value: @escaping @Sendable (Root) -> Bool) -> Self {
        Self(name: name, content: .flag { $0.read(value) })
    }

    /// A text that may be absent: its section is rendered if it is present. Inside the section, `{{name}}` and `{{.}}`
    /// write it; outside, `{{name}}` is an error.
    public static func optionalText(
        _ name: String,
        _ value: @escaping @Sendable (Root) -> String?,
    ) -> Self {
        Self(name: name, content: .optionalText { view in view.read(value).map { [$0] } ?? [] })
    }

    /// A list of texts, such as the lines of a comment: its section is rendered for each of them, and `{{.}}` writes
    /// it.
    public static func texts(_ name: String, _ value: @escaping @Sendable (Root) -> [String]) -> Self {
        Self(name: name, content: .texts { $0.read(value) })
    }

    /// A view that may be absent: its section is rendered if it is present. The view's fields shadow those of outer
    /// views.
    public static func optional<Element: View>(
        _ name: String,
        _ value: @escaping @Sendable (Root) -> Element?,
    ) -> Self {
        let list = ViewList(
            type: Element.self,
            isEmpty: { $0.read(value) == nil },
            forEach: { view, body in
                if let element = view.read(value) { body(ViewReference(element), Position(0, of: 1)) }
            },
        )
        return Self(name: name, content: .optionalView(list))
    }

    /// A list of views: its section is rendered for each of them. The view's fields shadow those of outer views.
    public static func list<Element: View>(
        _ name: String,
        _ value: @escaping @Sendable (Root) -> [Element],
    ) -> Self {
        let list = ViewList(
            type: Element.self,
            isEmpty: { $0.read(value).isEmpty },
            forEach: { view, body in
                let elements = view.read(value)
                for index in elements.indices {
                    body(ViewReference(elements[index]), Position(index, of: elements.count))
                }
            },
        )
        return Self(name: name, content: .views(list))
    }
}

/// The value of a field, and how to read it.
enum FieldContent: Sendable {
    case text(Reader<String>)
    case flag(Reader<Bool>)
    /// A list of at most one text.
    case optionalText(Reader<[String]>)
    case texts(Reader<[String]>)
    /// A list of at most one view.
    case optionalView(ViewList)
    case views(ViewList)
}

typealias Reader<Value> = @Sendable (AnyViewReference) -> Value

struct ViewList: Sendable {
    let type: any View.Type
    let isEmpty: Reader<Bool>
    let forEach: @Sendable (AnyViewReference, _ body: (AnyViewReference, Position) -> Void) -> Void
}
