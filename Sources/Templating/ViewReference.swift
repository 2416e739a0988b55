/// A type-erased view for rendering.
///
/// A class, since an `any View` would be copied and cast for each field, which took most of the rendering time.
class AnyViewReference {
    /// Reads a field. The binder ensures that the field belongs to the view's type, which debug builds check again.
    final func read<Root: View, Value>(_ value: (Root) -> Value) -> Value {
        value(unsafeDowncast(self, to: ViewReference<Root>.self).view)
    }
}

final class ViewReference<Root: View>: AnyViewReference {
    let view: Root

    init(_ view: Root) {
        self.view = view
    }
}

/// The position of an iterating section in its list.
struct Position {
    let isFirst: Bool
    let isLast: Bool

    init(_ index: Int, of count: Int) {
        isFirst = index == 0
        isLast = index == count - 1
    }
}
