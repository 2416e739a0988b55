import APIGenYAML

/// The keywords of schemas that one use of them reads.
struct SchemaReading {
    struct Keyword {
        let node: Node.ID
        let aspect: SchemaAspect
        /// Whether it applies to the elements of a list or dictionary, not to the value itself.
        var isOfElement = false
    }

    private(set) var keywords: [Keyword] = []

    mutating func add(_ node: Node?, as aspect: SchemaAspect) {
        if let node { add(node.id, as: aspect) }
    }

    mutating func add(_ node: Node.ID, as aspect: SchemaAspect) {
        keywords.append(Keyword(node: node, aspect: aspect))
    }

    /// Adds keywords that are present and not empty.
    mutating func add(_ keywords: ShapeKeyword..., of schema: Node?, as outcome: Outcome = .typed) {
        for keyword in keywords {
            guard let node = schema?[keyword.rawValue] else { continue }
            add(node, as: .settled(node.isVoid(as: keyword) ? .dropped : outcome))
        }
    }

    /// Adds a node and its descendants.
    mutating func add(whole node: Node, as aspect: SchemaAspect) {
        add(node, as: aspect)
        for child in node.children { add(whole: child, as: aspect) }
    }

    mutating func add(_ other: SchemaReading) { keywords += other.keywords }

    mutating func add(elements other: SchemaReading) {
        keywords += other.keywords.map { Keyword(node: $0.node, aspect: $0.aspect, isOfElement: true) }
    }

    /// The reading with its aspects transformed.
    func mapped(_ aspect: (SchemaAspect) -> SchemaAspect?) -> SchemaReading {
        var mapped = SchemaReading()
        mapped.keywords = keywords.compactMap { keyword in
            aspect(keyword.aspect).map {
                Keyword(node: keyword.node, aspect: $0, isOfElement: keyword.isOfElement)
            }
        }
        return mapped
    }
}

/// The aspect of a value that a keyword describes.
enum SchemaAspect {
    /// Its outcome is the same in every use.
    case settled(Outcome)
    case limit
    /// The value may be null. An alternative that allows null is distinguished from the others even where null counts
    /// as absent.
    case null(isAlternative: Bool)
    /// The listed constants.
    case values(isOnlyOne: Bool)
    /// The values of an enum's cases.
    case cases
    /// The names of an enum's cases.
    case caseNames
    case defaultValue
    case deprecation
    /// `readOnly` and `writeOnly`.
    case access
    case secrecy
}

extension Node {
    /// Whether the value of a keyword has no effect.
    func isVoid(as keyword: ShapeKeyword) -> Bool {
        keyword.facts.isVoidIfEmpty && kind != .scalar && children.isEmpty
    }
}
