import SourceText
import YAML

/// The fields of one object of a document. It remembers which fields were asked for: what is left over at the
/// end is unknown, and reported.
struct ObjectFields {
    let node: Node
    /// What the object is, in the standard's words, such as `operation`.
    let kind: String
    private var asked: [String] = []
    private var documentation: [String] = []

    /// As in `an operation`.
    var kindWithArticle: String {
        let isVowel = kind.first.map { "aeioAEIO".contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(kind)"
    }

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

    /// Takes fields as known that are for readers and other tools, and change nothing that we make.
    mutating func document(_ names: String...) {
        asked += names
        documentation += names
    }

    /// Takes every field as known: where it cannot be told what the object is, its fields cannot be judged.
    mutating func acceptAll() {
        asked += node.entries.compactMap(\.key.text)
    }

    /// The place of a field's value, or of the object where the field is missing.
    func range(_ name: String) -> SourceRange {
        node[name]?.range ?? node.range
    }

    /// The place of a field's name, or of the object where the field is missing.
    func keyRange(_ name: String) -> SourceRange {
        node.entries.first { $0.key.text == name }?.key.range ?? node.range
    }

    /// Fields that nobody asked for. Extensions (`x-…`) belong to other tools, unless they look like ours: those
    /// are misspelt, or stand where they have no effect.
    var unknown: [Node] {
        node.entries.map(\.key).filter { key in
            guard let name = key.text else { return true }
            if asked.contains(name) { return false }
            return !name.hasPrefix("x-") || Self.isLikeOurs(name)
        }
    }

    static let extensions = [
        "x-date-decimals", "x-dependent-required", "x-enum-descriptions", "x-enum-varnames",
        "x-mutually-exclusive",
        "x-pagination",
        "x-permissions", "x-required-in-requests", "x-signature", "x-swift-name", "x-unix-time",
        "x-url-templates",
    ]

    private static func isLikeOurs(_ name: String) -> Bool {
        extensions.contains(name) || Suggestion.nearest(to: name, among: extensions) != nil
    }

    var known: [String] { asked }

    /// The values of fields whose fate needs no further stage.
    var settled: [(node: Node, fate: Fate)] {
        node.entries.compactMap { entry in
            guard let name = entry.key.text else { return nil }
            if documentation.contains(name) { return (entry.value, .documentation) }
            let isForeign = name.hasPrefix("x-") && !asked.contains(name) && !Self.isLikeOurs(name)
            return isForeign ? (entry.value, .extension) : nil
        }
    }
}
