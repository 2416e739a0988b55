import YAML

/// What was read of schemas for one use of them.
struct SchemaReading {
    struct Keyword {
        let node: Node.ID
        let aspect: SchemaAspect
        /// Whether it speaks of what a list or a dictionary holds, and not of the value itself.
        var isOfElement = false
    }

    private(set) var keywords: [Keyword] = []

    mutating func add(_ node: Node?, as aspect: SchemaAspect) {
        if let node { add(node.id, as: aspect) }
    }

    mutating func add(_ node: Node.ID, as aspect: SchemaAspect) {
        keywords.append(Keyword(node: node, aspect: aspect))
    }

    /// Adds keywords that are there, and say something.
    mutating func add(_ keywords: ShapeKeyword..., of schema: Node?, as outcome: Outcome = .typed) {
        for keyword in keywords {
            guard let node = schema?[keyword.rawValue] else { continue }
            add(node, as: .settled(node.isVoid(as: keyword) ? .dropped : outcome))
        }
    }

    /// Adds a node with all that it holds.
    mutating func add(whole node: Node, as aspect: SchemaAspect) {
        add(node, as: aspect)
        for child in node.children { add(whole: child, as: aspect) }
    }

    mutating func add(_ other: SchemaReading) { keywords += other.keywords }

    mutating func add(elements other: SchemaReading) {
        keywords += other.keywords.map { Keyword(node: $0.node, aspect: $0.aspect, isOfElement: true) }
    }

    /// What was read, where something else is made of some of it.
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

/// What a keyword says of a value.
enum SchemaAspect {
    /// What became of it is the same in every use.
    case settled(Outcome)
    case limit
    /// It may be null. An alternative that says so is told from the others even where null is as good as nothing.
    case null(isAlternative: Bool)
    /// The values that it lists.
    case values(isOnlyOne: Bool)
    /// The values that the cases of an enum are.
    case cases
    /// What these cases are called.
    case caseNames
    case defaultValue
    case deprecation
    /// `readOnly` and `writeOnly`.
    case access
    case secrecy
}

extension Node {
    /// Whether the value of a keyword says nothing.
    func isVoid(as keyword: ShapeKeyword) -> Bool {
        keyword.facts.isVoidIfEmpty && kind != .scalar && children.isEmpty
    }
}
