/// A place in a JSON document, as `$.data[3].created_date` (RFC 9535, singular queries).
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

    /// RFC 9535, section 2.5.1.1: `member-name-shorthand`, as far as it is ASCII.
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
    /// The index of an array. The key of a dictionary has an integer, too, if its name is a number.
    var index: Int? {
        intValue.flatMap { String($0) == stringValue ? nil : $0 }
    }
}
