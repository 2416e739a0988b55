import SourceText
import YAML

/// The fields of one object of a document. It remembers which fields were asked for: what is left over at the
/// end is unknown, and reported.
struct ObjectFields {
    let node: Node
    /// What the object is, in the standard's words, such as `operation`.
    let kind: String
    private var asked: [String] = []
    private var dropped: [String] = []

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
            return node[name].flatMap { Self.isAbsent($0, as: name) ? nil : $0 }
        }
    }

    subscript(_ keyword: ShapeKeyword) -> Node? { mutating get { self[keyword.rawValue] } }
    subscript(_ keyword: AnnotationKeyword) -> Node? { mutating get { self[keyword.rawValue] } }
    subscript(_ keyword: ToldKeyword) -> Node? { mutating get { self[keyword.rawValue] } }

    /// Whether a field says nothing. Tools leave fields behind that are empty, which is null in YAML.
    private static func isAbsent(_ value: Node, as name: String) -> Bool {
        guard value.scalar == .null else { return false }
        switch name {
        case "const", "default", "example": return false
        // The name of a type that somebody forgot to put into quotes.
        case "type": return value.text != "null"
        default: return true
        }
    }

    /// Takes fields as known that are for readers of the document and for other tools: nothing is made of them.
    mutating func drop(_ names: String...) {
        asked += names
        dropped += names
    }

    /// Takes every field as known: where it cannot be told what the object is, its fields cannot be judged.
    mutating func acceptAll() {
        asked += node.entries.compactMap(\.key.text)
    }

    /// The fields that are no extensions, all of which are known: the object holds things under their names.
    mutating func entries() -> [Node.Entry] {
        let entries = node.entries.filter { $0.key.text.map { !$0.hasPrefix("x-") } ?? true }
        asked += entries.compactMap(\.key.text)
        return entries
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
        let known = asked.exact
        return node.entries.map(\.key).filter { key in
            guard let name = key.text else { return true }
            if known.contains(name.exact) { return false }
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

    /// Whether a field is one that the object may have.
    func knows(_ name: String) -> Bool { asked.contains(name) }

    /// The values of fields that nothing is made of.
    var unused: [(node: Node, disuse: DecodingRecord.Disuse)] {
        let known = asked.exact
        return node.entries.compactMap { entry in
            guard let name = entry.key.text else { return nil }
            let isKnown = known.contains(name.exact)
            let isDropped =
                dropped.contains(name) || isKnown && Self.isAbsent(entry.value, as: name)
            if isDropped { return (entry.value, .dropped) }
            let isForeign = name.hasPrefix("x-") && !isKnown && !Self.isLikeOurs(name)
            return isForeign ? (entry.value, .extension) : nil
        }
    }
}
