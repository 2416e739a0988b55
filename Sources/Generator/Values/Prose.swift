import YAML

/// A text of a document for its readers. It knows where it stands, so that it can be observed whether it reaches
/// anybody.
struct Prose: Hashable, Sendable {
    let text: String
    let node: Node.ID

    /// Texts that say the same are the same, wherever they stand.
    static func == (left: Prose, right: Prose) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
