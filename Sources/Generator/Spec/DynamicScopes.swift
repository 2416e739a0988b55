import SourceText
import YAML

/// What the names of dynamic anchors mean, seen from somewhere inside: the outermost schema of each name.
struct DynamicScope {
    fileprivate var bindings: [String: Node] = [:]
}

/// The scopes met so far. The first is empty, and that of nearly all schemas.
///
/// A dynamic reference first leads where a plain one does. If a dynamic anchor is there, the outermost schema of that
/// name takes its place, among those on the way by which the reference was reached (JSON Schema 2020-12, section
/// 8.2.3.2). The way goes from one resource to the next; here each schema below `components` counts as a resource, as
/// most documents give no `$id`. `$recursiveRef: "#"` of 2019-09 is the same with an anchor that has no name.
///
/// So a list template with `$dynamicRef: "#item"` becomes a type of its own in each schema that refers to it beside
/// another `$dynamicAnchor: item`, and a tree that is extended by a `$ref` has nodes of the extended kind.
struct DynamicScopes {
    private var all = [DynamicScope()]
    /// The number of the scope that is looked from.
    var current = 0
    /// The names of the dynamic references below a node, as far as that was asked for.
    private var names: [Node.ID: Set<String>] = [:]

    /// The schema that a name is bound to in the current scope.
    func binding(of name: String) -> Node? { all[current].bindings[name] }

    private mutating func number(of scope: DynamicScope) -> Int {
        let ids = scope.bindings.mapValues(\.id)
        if let known = all.firstIndex(where: { $0.bindings.mapValues(\.id) == ids }) { return known }
        all.append(scope)
        return all.count - 1
    }

    /// The scope inside the target of a reference: that of the reference, and the anchors around it. What makes no
    /// difference inside the target is left out, so that a schema is not taken for several.
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
                    // An anchor of the target's own resource is bound by that itself.
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
        // What leads nowhere is reported where it is decoded.
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

/// How the search for dynamic references goes on from an entry of a schema.
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
