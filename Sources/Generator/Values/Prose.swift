import YAML

/// A text of the document that is meant for readers. It keeps its node, so that coverage can record whether it is
/// included in the output.
struct Prose: Hashable, Sendable {
    let text: String
    let node: Node.ID

    /// Compares the texts only.
    static func == (left: Prose, right: Prose) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
