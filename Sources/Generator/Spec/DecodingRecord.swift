import APIGenYAML

/// The decoder's knowledge about each node, provided that the enclosing object is used. Whether other nodes are used is
/// determined by later stages.
struct DecodingRecord {
    enum Use {
        /// The decoder used it.
        case typed
        /// It is documentation, or meant for other tools. Documentation may still be included in comments.
        case dropped
        /// It is empty.
        case absent
        /// It is an extension of another tool.
        case `extension`
        /// It was left out with a diagnostic.
        case reported
        /// It has an effect only if something refers to it.
        case unreached
    }

    /// The kind of each decoded object, in the standard's words, such as `operation`.
    private(set) var kinds: [Node.ID: String] = [:]
    private(set) var uses: [Node.ID: Use] = [:]
    /// Whether an extension is meant for other tools, by its name.
    private var foreignNames: [String: Bool] = [:]

    private static let flags = [
        "nullable", "exclusiveMinimum", "exclusiveMaximum", "uniqueItems", "deprecated", "readOnly",
        "writeOnly",
        "additionalProperties", "unevaluatedProperties",
    ]

    mutating func note(_ node: Node?, as use: Use) {
        if let node { uses[node.id] = use }
    }

    /// Records the keywords of a schema that have the same effect in every use: identifiers, and flags that equal their
    /// defaults; and those that are documentation unless a type is made of them.
    mutating func note(schema: Node) {
        for keyword in [ShapeKeyword.identifier, .anchor, .dynamicAnchor, .recursiveAnchor] {
            note(schema[keyword.rawValue], as: .typed)
        }
        for keyword in [ShapeKeyword.innerSchemas, .definitions] {
            note(schema[keyword.rawValue], as: .unreached)
        }
        for keyword in [ShapeKeyword.format, .contentEncoding, .contentMediaType] {
            note(schema[keyword.rawValue], as: .dropped)
        }
        for flag in Self.flags {
            if let value = schema[flag], value.scalar == .bool(false) { note(value, as: .typed) }
        }
    }

    /// Records an object once all of its fields were read, and returns the keys of the unknown ones.
    mutating func note(_ object: ObjectFields) -> [Node] {
        kinds[object.node.id] = object.kind
        var unknown: [Node] = []
        for (entry, fate) in object.fates(isForeign: { isForeign($0) }) {
            switch fate {
            case .read: break
            case .dropped: uses[entry.value.id] = .dropped
            case .absent: uses[entry.value.id] = .absent
            case .foreign: uses[entry.value.id] = .extension
            case .unknown: unknown.append(entry.key)
            }
        }
        return unknown
    }

    /// Documents repeat the extensions of their tools at every object.
    private mutating func isForeign(_ name: String) -> Bool {
        if let known = foreignNames[name] { return known }
        let isForeign = ObjectFields.isForeign(name)
        foreignNames[name] = isForeign
        return isForeign
    }
}
