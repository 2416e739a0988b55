/// One reason why a request was not sent.
public struct Violation: Hashable, Sendable {
    /// The name of the parameter as on the wire, or the place in the body as a JSON path
    /// (`$.tags[2].name`).
    public let path: String
    /// What was broken: a keyword of JSON Schema or one of the rules below.
    public let rule: Rule
    /// A sentence for people, such as `pageSize must be at least 1`. Never holds the value.
    public let message: String

    /// Creates a violation.
    public init(path: String, rule: Rule, message: String) {
        self.path = path
        self.rule = rule
        self.message = message
    }

    /// The name of what a violation breaks. New rules may come: a `switch` needs a `default`.
    public struct Rule: RawRepresentable<String>, Hashable, Sendable, ExpressibleByStringLiteral {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }

        /// A member is missing that requests need.
        public static var required: Self { "required" }
        /// A parameter is set without another one that it requires.
        public static var dependentRequired: Self { "dependentRequired" }
        /// Two parameters are set of which one excludes the other.
        public static var mutuallyExclusive: Self { "mutuallyExclusive" }
        /// The value has no form on the wire, such as an empty path segment or a number without end.
        public static var encoding: Self { "encoding" }
        /// No credentials are there for the security schemes of the operation.
        public static var security: Self { "security" }
        /// The base URL of the server is no usable one.
        public static var server: Self { "server" }
    }
}

extension Violation: CustomStringConvertible {
    public var description: String { message }
}

extension Violation {
    static func encoding(_ path: String, reason: String) -> Violation {
        Violation(path: path, rule: .encoding, message: "\(path) \(reason)")
    }

    /// The same of a member of a parameter.
    func below(_ name: String) -> Violation {
        Violation(path: "\(name).\(path)", rule: rule, message: "\(name).\(message)")
    }
}
