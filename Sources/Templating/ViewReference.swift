/// A view while it is rendered, its type erased.
///
/// A class, since an `any View` would be copied and cast for each field that is read, which took most of the
/// time of rendering.
class AnyViewReference {
    /// Reads a field. The binder has seen to it that the field belongs to the type of the view; debug builds
    /// check it once more.
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

/// Where a section that repeats stands in its list.
struct Position {
    let isFirst: Bool
    let isLast: Bool

    init(_ index: Int, of count: Int) {
        isFirst = index == 0
        isLast = index == count - 1
    }
}
