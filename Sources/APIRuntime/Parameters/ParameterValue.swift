/// A value that can be sent as a path, query, header or cookie parameter. Generated types conform to it.
public protocol ParameterValue: Sendable {
    /// The value before it is serialized in a style (OpenAPI 3.1, style values).
    @_spi(Generated) var parameter: Parameter { get }
}

/// The value of a parameter, independent of its style.
@_spi(Generated) public enum Parameter: Sendable {
    /// A scalar as text, before percent-encoding.
    case text(String)
    /// A list. Empty lists are omitted from the request.
    case list([Parameter])
    /// An object. Its properties are sent in this order; an empty object is omitted from the request.
    case object([Member])
    /// A value that cannot be sent, and the reason, such as `must be a finite number`.
    case unsendable(reason: String)

    /// A property of an object.
    public struct Member: Sendable {
        /// The name, before percent-encoding.
        public let name: String
        /// The value of the property.
        public let value: Parameter

        /// Creates a property.
        public init(name: String, value: Parameter) {
            self.name = name
            self.value = value
        }
    }
}

extension Parameter {
    /// Whether this is an empty list or object, which is omitted.
    var isEmpty: Bool {
        switch self {
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .text, .unsendable: false
        }
    }

    /// All scalars, at any depth.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        case .object(let members): members.flatMap(\.value.texts)
        case .unsendable: []
        }
    }

    /// The names of an object's properties.
    var memberNames: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// The reason why the value, or a value in it, cannot be sent, or `nil`.
    var problem: String? {
        switch self {
        case .text: nil
        case .list(let items): items.lazy.compactMap(\.problem).first
        case .object(let members): members.lazy.compactMap(\.value.problem).first
        case .unsendable(let reason): reason
        }
    }

    /// Whether a list or object contains lists or objects, which only `deepObject` can represent.
    var isNested: Bool {
        switch self {
        case .text, .unsendable: false
        case .list(let items): items.contains { !$0.isScalar }
        case .object(let members): members.contains { !$0.value.isScalar }
        }
    }

    private var isScalar: Bool {
        if case .text = self { true } else { false }
    }
}
