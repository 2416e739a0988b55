/// A value that can stand in a path, a query, a header or a cookie. Generated types conform to it.
public protocol ParameterValue: Limitable, Sendable {
    /// The value before it takes the form of a style (OpenAPI 3.1, style values).
    @_spi(Generated) var parameter: Parameter { get }
}

/// The content of a parameter: what is common to every style.
@_spi(Generated) public enum Parameter: Sendable {
    /// A scalar, as plain text before percent-encoding.
    case text(String)
    /// A list. An empty one is left out of the request.
    case list([Parameter])
    /// An object. Its members go out in this order; an empty one is left out of the request.
    case object([Member])
    /// A value that cannot go out, with the reason as in `must be a finite number`.
    case unsendable(reason: String)

    /// A member of an object.
    public struct Member: Sendable {
        /// The name, before percent-encoding.
        public let name: String
        /// The content under the name.
        public let value: Parameter

        /// Creates a member.
        public init(name: String, value: Parameter) {
            self.name = name
            self.value = value
        }
    }
}

extension Parameter {
    /// Whether there is nothing to send: an empty list or object.
    var isEmpty: Bool {
        switch self {
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .text, .unsendable: false
        }
    }

    /// Every scalar in it.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        case .object(let members): members.flatMap(\.value.texts)
        case .unsendable: []
        }
    }

    /// The names of an object's members.
    var memberNames: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// Why it cannot go out: because of itself, or because of something in it.
    var problem: String? {
        switch self {
        case .text: nil
        case .list(let items): items.lazy.compactMap(\.problem).first
        case .object(let members): members.lazy.compactMap(\.value.problem).first
        case .unsendable(let reason): reason
        }
    }

    /// Whether a list or object holds further lists or objects, which only `deepObject` can write.
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
