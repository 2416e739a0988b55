/// A string compared by its code points, as in JSON (RFC 8259, section 8.3).
///
/// Swift compares strings by canonical equivalence: for `==`, `Set` and `Dictionary`, `é` as U+00E9 and as U+0065
/// U+0301 are equal. In documents they are different, so names and values are compared and looked up with this type.
public struct ExactText: Hashable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public static func == (left: Self, right: Self) -> Bool {
        // Comparing strings is fast, and tells nearly all of them apart.
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    public var exact: ExactText { ExactText(self) }

    /// Whether the other string has the same code points.
    public func isExactly(_ other: String) -> Bool { exact == other.exact }
}

extension Sequence<String> {
    /// The strings as a set that compares them by their code points.
    public var exact: Set<ExactText> { Set(map(\.exact)) }
}

/// A dictionary whose keys are compared by their code points.
public struct ExactDictionary<Value> {
    private var values: [ExactText: Value] = [:]

    public init() {}

    public var count: Int { values.count }
    /// In no order.
    public var keys: [String] { values.keys.map(\.text) }

    public subscript(text: String) -> Value? {
        get { values[text.exact] }
        set { values[text.exact] = newValue }
    }

    public subscript(text: String, default value: @autoclosure () -> Value) -> Value {
        get { values[text.exact] ?? value() }
        _modify { yield &values[text.exact, default: value()] }
    }
}

extension ExactDictionary: Sendable where Value: Sendable {}
