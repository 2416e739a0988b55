import APIGenSourceText
import APIGenYAML

/// A dynamic scope: the outermost schema with each dynamic anchor.
struct DynamicScope {
    fileprivate var bindings: [String: Node] = [:]
}

/// The dynamic scopes found so far. The first one is empty, and is the scope of nearly all schemas.
///
/// A dynamic reference is first resolved like a plain one. If that leads to a dynamic anchor, the outermost schema with
/// the same anchor in the dynamic scope replaces it (JSON Schema 2020-12, section 8.2.3.2). The dynamic scope consists
/// of the schema resources passed on the way to the reference; here each schema in `components` counts as a resource,
/// as most documents have no `$id`. `$recursiveRef: "#"` of 2019-09 works the same way with an anchor without a name.
///
/// For example, a list template with `$dynamicRef: "#item"` becomes a separate type for each schema that refers to it
/// and has its own `$dynamicAnchor: item`, and a tree extended through a `$ref` has nodes of the extended type.
struct DynamicScopes {
    private var all = [DynamicScope()]
    /// The index of the scope of the schema being decoded.
    var current = 0
    /// The names of the dynamic references reachable from each node, cached.
    private var names: [Node.ID: Set<String>] = [:]

    /// The schema that a name is bound to in the current scope.
    func binding(of name: String) -> Node? { all[current].bindings[name] }

    private mutating func number(of scope: DynamicScope) -> Int {
        let ids = scope.bindings.mapValues(\.id)
        if let known = all.firstIndex(where: { $0.bindings.mapValues(\.id) == ids }) { return known }
        all.append(scope)
        return all.count - 1
    }

    /// The dynamic scope inside the target of a reference: the current scope with the dynamic anchors of the resource
    /// around the reference. Bindings that have no effect inside the target are omitted, so that the target is not
    /// decoded more than once without need.
    mutating func scope(
        of target: Node,
        from reference: Reference,
        references: inout ReferenceResolver,
        rules: Rules,
    ) -> Int {
        var inner = all[current]
        if let resources = references.resources(around: reference.node),
            let around = resources.resource(around: reference.node)
        {
            for anchor in resources.anchors where anchor.isDynamic && anchor.resource == around {
                inner.bindings[anchor.name] = inner.bindings[anchor.name] ?? anchor.node
            }
        }
        guard !inner.bindings.isEmpty else { return 0 }
        let used = dynamicNames(below: target, references: &references, rules: rules)
        let resources = references.resources(around: target)
        let own = resources?.anchors.filter(\.isDynamic) ?? []
        inner.bindings = inner.bindings.filter { name, bound in
            used.contains(name)
                && !own.contains { anchor in
                    // The target's own resource binds this anchor anyway.
                    anchor.name == name && anchor.node.id == bound.id
                        && anchor.resource.map { resources?.all[$0].node.id == target.id } ?? false
                }
        }
        return number(of: inner)
    }

    /// The names of all dynamic references that can be reached from a schema.
    private mutating func dynamicNames(
        below start: Node,
        references: inout ReferenceResolver,
        rules: Rules,
    ) -> Set<String> {
        if let known = names[start.id] { return known }
        var found: Set<String> = []
        var visited: Set<Node.ID> = []
        var pending = [start]
        // Unresolved references are reported where they are decoded.
        var unread = Diagnostics(rules: rules)
        while let node = pending.popLast() {
            guard visited.insert(node.id).inserted else { continue }
            pending += node.elements
            for entry in node.entries {
                switch DynamicStep(entry) {
                case .into(let node): pending.append(node)
                case .through(let reference):
                    references.target(of: reference, diagnostics: &unread).map { pending.append($0) }
                case .name(let name): found.insert(name)
                case .end: break
                }
            }
        }
        names[start.id] = found
        return found
    }
}

/// How the search for dynamic references continues at an entry of a schema.
private enum DynamicStep {
    case into(Node)
    case through(Reference)
    case name(String)
    case end

    init(_ entry: Node.Entry) {
        guard let text = entry.value.text else {
            self = .into(entry.value)
            return
        }
        let reference = Reference(node: entry.value, text: text)
        switch entry.key.text {
        case "$dynamicRef", "$recursiveRef":
            self = .name(reference.anchor ?? SchemaResources.recursiveAnchor)
        case "$ref": self = .through(reference)
        default: self = .end
        }
    }
}
