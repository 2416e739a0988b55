import YAML

/// What the decoder knows about each node. Whether a decoded node has an effect is up to later stages.
struct DecodingRecord {
    /// Why the value of a field is not used.
    enum Disuse {
        /// It is documentation, or meant for other tools, or empty.
        case dropped
        /// It is an extension of another tool.
        case `extension`
    }

    /// The kind of each decoded object, in the standard's words, such as `operation`.
    private(set) var kinds: [Node.ID: String] = [:]
    private(set) var unused: [Node.ID: Disuse] = [:]

    /// Records an object once all of its fields were read.
    mutating func note(_ object: ObjectFields) {
        kinds[object.node.id] = object.kind
        for (node, disuse) in object.unused { unused[node.id] = disuse }
    }
}
