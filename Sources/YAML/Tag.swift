/// The tags of the core schema (YAML 1.2.2, section 10.3).
enum Tag: String {
    case str, int, float, bool, null, map, seq

    private static let prefix = "tag:yaml.org,2002:"

    /// `nil` for a tag of another schema.
    init?(_ name: String) {
        guard name.hasPrefix(Self.prefix) else { return nil }
        self.init(rawValue: String(name.dropFirst(Self.prefix.count)))
    }

    /// The tag in shorthand notation, such as `!!str`.
    static func short(_ name: String) -> String {
        name.hasPrefix(prefix) ? "!!" + name.dropFirst(prefix.count) : name
    }

    /// Whether the tag is valid for a scalar that has the value `value` without it.
    func accepts(_ value: Scalar) -> Bool {
        switch (self, value) {
        case (.str, _), (.int, .integer), (.float, .integer), (.float, .number): true
        case (.bool, .bool), (.null, .null): true
        case (.int, .number(let number)): number.rounded() == number
        default: false
        }
    }
}
