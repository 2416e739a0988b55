/// Stores a value indirectly, so that a struct can contain a value of its own type, which would otherwise have infinite
/// size, or a large value, which each type that contains the struct would otherwise have to copy in parts. It has value
/// semantics, and descriptions and mirrors show the value alone.
///
///     public struct Category: Hashable, Sendable {
///         public var parent: Category? {
///             get { _parent.value }
///             set { _parent.value = newValue }
///         }
///         private var _parent: Indirect<Category?>
///     }
@_spi(Generated) public indirect enum Indirect<Value> {
    /// The value, boxed.
    case apart(Value)

    /// Boxes a value.
    public init(_ value: Value) { self = .apart(value) }

    /// The boxed value.
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

@_spi(Generated) extension Indirect: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    public var description: String { String(describing: value) }
    public var debugDescription: String { String(reflecting: value) }
    public var customMirror: Mirror { Mirror(reflecting: value) }
}
