import APIGenSourceText
import APIGenYAML

/// The fields of an object. It records which fields were read; the others are unknown, and reported.
struct ObjectFields {
    let node: Node
    /// The kind of the object, in the standard's words, such as `operation`.
    let kind: String
    private var asked: [String] = []
    private var dropped: [String] = []

    /// The kind with its article, as in `an operation`.
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

    /// Whether a field is null, and so counts as absent: some tools write fields without a value.
    private static func isAbsent(_ value: Node, as name: String) -> Bool {
        guard value.isNull else { return false }
        switch name {
        case "const", "default", "example": return false
        // The type `null`, written without quotes.
        case "type": return value.text != "null"
        default: return true
        }
    }

    /// Marks fields as known but unused: they are documentation, or meant for other tools.
    mutating func drop(_ names: String...) {
        asked += names
        dropped += names
    }

    /// Marks all fields as known, where the kind of the object cannot be determined.
    mutating func acceptAll() {
        asked += node.entries.compactMap(\.key.text)
    }

    /// The entries of a map of named objects, without extensions. All of them count as known.
    mutating func entries() -> [Node.Entry] {
        let entries = node.entries.filter { $0.key.text.map { !$0.hasPrefix("x-") } ?? true }
        asked += entries.compactMap(\.key.text)
        return entries
    }

    /// The source range of a field's value, or of the object if the field is missing.
    func range(_ name: String) -> SourceRange {
        node[name]?.range ?? node.range
    }

    /// The source range of a field's key, or of the object if the field is missing.
    func keyRange(_ name: String) -> SourceRange {
        node.entries.first { $0.key.text == name }?.key.range ?? node.range
    }

    /// What became of each field.
    enum Fate {
        case read, dropped, absent
        /// It is an extension of another tool.
        case foreign
        /// It is not known, or an extension that resembles those of this generator: it is misspelled, or has no effect
        /// here.
        case unknown
    }

    /// The fields with their fates, in document order.
    func fates(isForeign: (String) -> Bool) -> [(entry: Node.Entry, fate: Fate)] {
        let isKnown = isKnown
        return node.entries.map { entry in
            guard let name = entry.key.text else { return (entry, .unknown) }
            if dropped.contains(name) { return (entry, .dropped) }
            if isKnown(name) { return (entry, Self.isAbsent(entry.value, as: name) ? .absent : .read) }
            return (entry, name.hasPrefix("x-") && isForeign(name) ? .foreign : .unknown)
        }
    }

    /// Whether the field of a name was read.
    private var isKnown: (String) -> Bool {
        // A schema is asked for dozens of keywords, and has a few: a set of all would cost more than it saves.
        guard node.entries.count > 16 else {
            return { name in asked.contains { $0.isExactly(name) } }
        }
        let known = asked.exact
        return { known.contains($0.exact) }
    }

    static let extensions = [
        "x-date-decimals", "x-dependent-required", "x-enum-descriptions", "x-enum-varnames",
        "x-idempotency", "x-mutually-exclusive", "x-pagination",
        "x-permissions", "x-required-in-requests", "x-response-headers", "x-signature", "x-swift-name",
        "x-unix-time", "x-url-templates", "x-webhook-signature",
    ]

    /// Whether an extension is meant for other tools, by its name.
    static func isForeign(_ name: String) -> Bool {
        !extensions.contains(name) && Suggestion.nearest(to: name, among: extensions) == nil
    }

    var known: [String] { asked }

    /// Whether the field was read.
    func knows(_ name: String) -> Bool { asked.contains(name) }
}
