import SourceText
import YAML

/// The fields of one object of a document. It remembers which fields were asked for: what is left over at the
/// end is unknown, and reported.
struct ObjectFields {
    let node: Node
    /// What the object is, in the standard's words, such as `operation`.
    let kind: String
    private var asked: [String] = []

    init(node: Node, kind: String) {
        self.node = node
        self.kind = kind
    }

    subscript(_ name: String) -> Node? {
        mutating get {
            asked.append(name)
            return node[name]
        }
    }

    /// The place of a field's value, or of the object where the field is missing.
    func range(_ name: String) -> SourceRange {
        node[name]?.range ?? node.range
    }

    /// Fields that nobody asked for. Extensions (`x-…`) that we do not know belong to other tools.
    var unknown: [Node] {
        node.entries.map(\.key).filter { key in
            guard let name = key.text else { return true }
            return !asked.contains(name) && !name.hasPrefix("x-")
        }
    }

    var known: [String] { asked }
}
