import YAML

extension Node {
    /// The value as JSON, on one line.
    var json: String {
        switch kind {
        case .mapping:
            "{"
                + entries.map { "\(Self.quoted($0.key.text ?? "")): \($0.value.json)" }.joined(
                    separator: ", ") + "}"
        case .sequence: "[" + elements.map(\.json).joined(separator: ", ") + "]"
        case .scalar:
            if case .string(let text)? = scalar { Self.quoted(text) } else { text ?? "null" }
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
