/// A reason why a request was not sent.
public struct Violation: Hashable, Sendable {
    /// The name of the parameter, or the JSON path in the body, such as `$.tags[2].name`.
    public let path: String
    /// The violated rule: a JSON Schema keyword, or one of the rules below.
    public let rule: Rule
    /// A description, such as `pageSize must be at least 1`. It does not contain the value.
    public let message: String
    /// The JSON pointer (RFC 6901) to the value in the body or parameter, such as `/tags/2/name`; `nil` if the violation
    /// is not one of JSON Schema.
    public let pointer: String?
    /// The value as JSON, abbreviated; of an array or object, its kind. `a secret` in place of a value that the document
    /// declares as `writeOnly` or as a password, and `nil` if there is none.
    public let value: String?

    /// Creates a violation.
    public init(
        path: String, rule: Rule, message: String, pointer: String? = nil, value: String? = nil,
    ) {
        self.path = path
        self.rule = rule
        self.message = message
        self.pointer = pointer
        self.value = value
    }

    /// The name of a rule. More may be added: a `switch` needs a `default`.
    public struct Rule: RawRepresentable<String>, Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name of the rule, such as `maxLength`.
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }

        /// A required property is missing.
        public static var required: Self { "required" }
        /// A parameter or property is set without another that it requires.
        public static var dependentRequired: Self { "dependentRequired" }
        /// Two mutually exclusive parameters are set.
        public static var mutuallyExclusive: Self { "mutuallyExclusive" }
        /// The value cannot be sent, such as an empty path segment or an infinite number.
        public static var encoding: Self { "encoding" }
        /// The credentials for the operation's security schemes are missing.
        public static var security: Self { "security" }
        /// The base URL of the server is unusable.
        public static var server: Self { "server" }
    }
}

extension Violation: CustomStringConvertible {
    /// The message with the value, if there is one.
    public var description: String { value.map { "\(message), but is \($0)" } ?? message }
}

extension Violation {
    static func encoding(_ path: String, reason: String) -> Violation {
        Violation(path: path, rule: .encoding, message: "\(path) \(reason)")
    }

    /// The same violation with `a secret` in place of its value.
    var withoutValue: Violation {
        Violation(
            path: path, rule: rule, message: message, pointer: pointer, value: value.map { _ in "a secret" })
    }

    /// The same violation as that of a property of a parameter.
    func below(_ name: String) -> Violation {
        Violation(path: "\(name).\(path)", rule: rule, message: "\(name).\(message)")
    }
}
