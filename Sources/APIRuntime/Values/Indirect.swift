/// Keeps a value in a place of its own, so that a struct may hold another of its kind: one that lay inside itself
/// would have no size. In all else the value behaves as if it lay in the struct, and is copied with it.
///
///     public struct Category: Hashable, Sendable {
///         public var parent: Category? {
///             get { _parent.value }
///             set { _parent.value = newValue }
///         }
///         private var _parent: Indirect<Category?>
///     }
@_spi(Generated) public indirect enum Indirect<Value> {
    /// The value, apart from what holds it.
    case apart(Value)

    /// Puts a value apart.
    public init(_ value: Value) { self = .apart(value) }

    /// The value itself.
    public var value: Value {
        get {
            switch self {
            case .apart(let value): value
            }
        }
        set { self = .apart(newValue) }
    }
}

@_spi(Generated) extension Indirect: Equatable where Value: Equatable {}
@_spi(Generated) extension Indirect: Hashable where Value: Hashable {}
@_spi(Generated) extension Indirect: Sendable where Value: Sendable {}
