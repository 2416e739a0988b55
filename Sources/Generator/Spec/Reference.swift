import APIGenSourceText
import APIGenYAML

/// The value of a `$ref`: the path of a file, or none for the same file, and a JSON pointer (RFC 6901) or an anchor.
struct Reference {
    let node: Node
    let text: String
    let path: String?
    let tokens: [String]
    /// The fragment, if it is not a JSON pointer.
    let anchor: String?
    /// The consequence if it cannot be resolved, for diagnostics.
    let otherwise: String

    init(node: Node, text: String, otherwise: String = "what refers to it is left out") {
        self.node = node
        self.otherwise = otherwise
        self.text = text
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts[0].isEmpty ? nil : Self.percentDecoded(parts[0])
        tokens = parts.count < 2 ? [] : Self.tokens(parts[1])
        let isAnchor = parts.count == 2 && !parts[1].isEmpty && !parts[1].hasPrefix("/")
        anchor = isAnchor ? tokens.first : nil
    }

    static let anyJSON = "it is generated as 'JSONValue'"

    /// The name derived from the target's location: the last token of the pointer, or the name of the file; `nil` if
    /// the last token is not a name, such as `items` or an index.
    var targetName: String? {
        if let last = tokens.last { return Self.isPart(last) ? nil : last }
        let file = (path ?? "").split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." })
    }

    private static func isPart(_ token: String) -> Bool {
        ["schema", "items", "additionalProperties"].contains(token) || Int(token) != nil
    }

    private static func tokens(_ pointer: Substring) -> [String] {
        guard pointer.unicodeScalars.first == "/" else {
            return pointer.isEmpty ? [] : [percentDecoded(pointer)]
        }
        // Splits Unicode scalars, since a token may begin with a combining mark that would attach to the `/`.
        let tokens = pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        return tokens.dropFirst().map { token in
            percentDecoded(Substring(token)).pointerToken
        }
    }

    private static func percentDecoded(_ text: Substring) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Reference {
    /// The reference in place of an object at `node`, if there is one.
    init?(insteadOf node: Node, diagnostics: inout Diagnostics) {
        guard node.kind == .mapping, let value = node["$ref"],
            let text = value.text(diagnostics: &diagnostics)
        else { return nil }
        self.init(node: value, text: text)
    }
}
