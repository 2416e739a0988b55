import YAML

/// What decoding alone can tell of the nodes of a document: the rest is settled by what is made of them.
struct DecodingRecord {
    /// Why nothing is made of the value of a field.
    enum Disuse {
        /// It is for readers of the document and for other tools, or empty.
        case dropped
        /// It is an extension that belongs to other tools.
        case `extension`
    }

    /// What each decoded object is, in the standard's words, such as `operation`.
    private(set) var kinds: [Node.ID: String] = [:]
    private(set) var unused: [Node.ID: Disuse] = [:]

    /// Takes note of an object once all of its fields were read.
    mutating func note(_ object: ObjectFields) {
        kinds[object.node.id] = object.kind
        for (node, disuse) in object.unused { unused[node.id] = disuse }
    }
}
