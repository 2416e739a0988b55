/// A path in a JSON document, such as `$.data[3].created_date` (RFC 9535, section 2.3.5.1, singular queries).
struct JSONPath: CustomStringConvertible {
    let keys: [any CodingKey]

    init(_ keys: [any CodingKey]) { self.keys = keys }

    var description: String {
        keys.reduce("$") { path, key in path + Self.step(key) }
    }

    private static func step(_ key: any CodingKey) -> String {
        if let index = key.index { return "[\(index)]" }
        return step(key.stringValue)
    }

    static func step(_ name: String) -> String {
        isShorthand(name) ? ".\(name)" : "['\(name)']"
    }

    /// Whether a name is an ASCII `member-name-shorthand` (RFC 9535, section 2.5.1.1).
    private static func isShorthand(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_")
                || byte < 128
                    && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
        }
    }
}

extension CodingKey {
    /// The index of an array item. Numeric keys of a dictionary have an integer value, too.
    var index: Int? {
        intValue.flatMap { String($0) == stringValue ? nil : $0 }
    }
}
