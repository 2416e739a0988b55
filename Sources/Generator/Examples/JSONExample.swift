import APIGenYAML

/// JSON as an example.
indirect enum JSONExample: Sendable {
    case null
    case constant(API.Constant)
    case array([JSONExample])
    case object([(name: String, value: JSONExample)])

    init(_ node: Node) {
        switch node.kind {
        case .mapping:
            self = .object(node.entries.map { (name: $0.key.text ?? "", value: JSONExample($0.value)) })
        case .sequence: self = .array(node.elements.map { JSONExample($0) })
        case .scalar: self = API.Constant(node).map(JSONExample.constant) ?? .null
        }
    }

    var members: [(name: String, value: JSONExample)] {
        if case .object(let members) = self { members } else { [] }
    }

    /// Whether a list or an object is in another one.
    var isNested: Bool { parts.contains(where: \.isCollection) }

    private var isCollection: Bool {
        switch self {
        case .null, .constant: false
        case .array, .object: true
        }
    }

    private var parts: [JSONExample] {
        switch self {
        case .null, .constant: []
        case .array(let items): items
        case .object(let members): members.map(\.value)
        }
    }

    /// JSON on one line.
    var line: String {
        switch self {
        case .null: "null"
        case .constant(let constant): constant.json
        case .array(let items): "[\(items.map(\.line).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\($0.name.json): \($0.value.line)" }.joined(separator: ", "))}"
        }
    }

    /// JSON on several lines, with indentation.
    var lines: [String] {
        switch self {
        case .null, .constant: [line]
        case .array(let items) where !items.isEmpty:
            Self.block(from: "[", of: items.map(\.lines), to: "]")
        case .object(let members) where !members.isEmpty:
            Self.block(
                from: "{",
                of: members.map { member in
                    let lines = member.value.lines
                    return ["\(member.name.json): \(lines[0])"] + lines.dropFirst()
                }, to: "}")
        case .array, .object: [line]
        }
    }

    private static func block(from start: String, of parts: [[String]], to end: String) -> [String] {
        let inner = parts.enumerated().flatMap { index, lines in
            lines.enumerated().map { number, line in
                let isLast = number == lines.count - 1 && index < parts.count - 1
                return "  " + line + (isLast ? "," : "")
            }
        }
        return [start] + inner + [end]
    }
}

extension API.Constant {
    /// - Returns: `nil` for null and for collections.
    init?(_ node: Node) {
        switch node.scalar {
        case .string(let text): self = .text(text)
        case .bool(let value): self = .boolean(value)
        case .integer, .number:
            let json = node.json
            guard json != "null" else { return nil }
            self = .number(json)
        case .null, nil: return nil
        }
    }
}
