/// The data that a template renders: a value whose fields the template refers to by name.
///
/// A view determines the contents, and a template the layout. Views are finite values: a view may contain a list of
/// views of its own type, but never itself.
///
///     struct CaseView: View {
///         let name: String
///         let doc: [String]
///
///         static let fields: ViewFields<CaseView> = [
///             .text("name", \.name),
///             .texts("doc", \.doc),
///         ]
///     }
public protocol View: Sendable {
    /// The fields that templates may name.
    static var fields: ViewFields<Self> { get }
}

/// The fields of a view type, written as an array literal of ``ViewField``.
public struct ViewFields<Root: View>: Sendable, ExpressibleByArrayLiteral {
    let fields: [ViewField<Root>]

    public init(arrayLiteral fields: ViewField<Root>...) {
        self.fields = fields
    }
}

/// A view without fields, for templates that have none in common.
public struct NoView: View {
    public init() {}

    public static let fields: ViewFields<NoView> = []
}
