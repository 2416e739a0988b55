import SourceText
import YAML

extension SpecDecoder {
    /// What a schema refers to, by any of the keywords for that.
    mutating func schemaReference(in object: inout ObjectFields) -> OpenAPI.SchemaReference? {
        let fields = (object["$ref"], object["$dynamicRef"], object["$recursiveRef"])
        if let node = fields.0 { return schemaReference(node) }
        return (fields.1 ?? fields.2).flatMap { dynamicReference($0) }
    }

    private mutating func schemaReference(_ node: Node) -> OpenAPI.SchemaReference? {
        guard let text = text(node) else { return nil }
        let reference = Reference(node: node, text: text, otherwise: Reference.anyJSON)
        guard let target = target(of: reference) else { return nil }
        guard !isOfOtherKind(reference) else {
            diagnostics.report(.referenceToOtherKind(reference, expected: "schema"))
            return nil
        }
        return schemaReference(to: target, by: reference)
    }

    /// Whether a reference names a component that is no schema.
    private func isOfOtherKind(_ reference: Reference) -> Bool {
        reference.tokens.count == 3 && reference.tokens[0] == "components" && reference.tokens[1] != "schemas"
    }

    private mutating func schemaReference(to target: Node, by reference: Reference) -> OpenAPI.SchemaReference
    {
        let scope = scope(of: target, from: reference)
        // A schema whose references are bound anew is no longer the one that has the name.
        let name = scope == 0 ? componentName(of: target) ?? reference.targetName : nil
        return OpenAPI.SchemaReference(
            target: queue(target, scope: scope), name: name, range: reference.node.range)
    }
}

// MARK: - Dynamic references

/// What the names of dynamic anchors mean, seen from somewhere inside: the outermost schema of each name.
struct DynamicScope {
    fileprivate var bindings: [String: Node] = [:]
}

/// The scopes met so far. The first is empty, and that of nearly all schemas.
struct DynamicScopes {
    private var all = [DynamicScope()]
    /// The names of the dynamic references below a node, as far as that was asked for.
    fileprivate var names: [Node.ID: Set<String>] = [:]

    subscript(number: Int) -> DynamicScope { all[number] }

    fileprivate mutating func number(of scope: DynamicScope) -> Int {
        let ids = scope.bindings.mapValues(\.id)
        if let known = all.firstIndex(where: { $0.bindings.mapValues(\.id) == ids }) { return known }
        all.append(scope)
        return all.count - 1
    }
}

/// A dynamic reference first leads where a plain one does. If a dynamic anchor is there, the outermost schema of that
/// name takes its place, among those on the way by which the reference was reached (JSON Schema 2020-12, section
/// 8.2.3.2). The way goes from one resource to the next; here each schema below `components` counts as a resource, as
/// most documents give no `$id`. `$recursiveRef: "#"` of 2019-09 is the same with an anchor that has no name.
///
/// So a list template with `$dynamicRef: "#item"` becomes a type of its own in each schema that refers to it beside
/// another `$dynamicAnchor: item`, and a tree that is extended by a `$ref` has nodes of the extended kind.
extension SpecDecoder {
    fileprivate mutating func dynamicReference(_ node: Node) -> OpenAPI.SchemaReference? {
        guard let text = text(node) else { return nil }
        let reference = Reference(node: node, text: text, otherwise: Reference.anyJSON)
        let name = reference.anchor ?? SchemaResources.recursiveAnchor
        guard let target = staticTarget(of: reference) else { return nil }
        let isDynamic = resources(around: target)?.anchors.contains {
            $0.isDynamic && $0.name == name && $0.node.id == target.id
        }
        let bound = isDynamic == true ? scopes[scope].bindings[name] : nil
        return schemaReference(to: bound ?? target, by: reference)
    }

    private mutating func staticTarget(of reference: Reference) -> Node? {
        guard reference.text == "#", let resources = resources(around: reference.node) else {
            return target(of: reference)
        }
        let around = resources.resource(around: reference.node)
        return resources.anchor(SchemaResources.recursiveAnchor, from: around)?.node
            ?? around.map { resources.all[$0].node } ?? target(of: reference)
    }

    private func resources(around node: Node) -> SchemaResources? { documents.resources(of: node.document) }

    /// The scope inside the target of a reference: that of the reference, and the anchors around it. What makes no
    /// difference inside the target is left out, so that a schema is not taken for several.
    private mutating func scope(of target: Node, from reference: Reference) -> Int {
        var inner = scopes[scope]
        if let resources = resources(around: reference.node),
            let around = resources.resource(around: reference.node)
        {
            for anchor in resources.anchors where anchor.isDynamic && anchor.resource == around {
                inner.bindings[anchor.name] = inner.bindings[anchor.name] ?? anchor.node
            }
        }
        guard !inner.bindings.isEmpty else { return 0 }
        let used = dynamicNames(below: target)
        let own = resources(around: target)?.anchors.filter(\.isDynamic) ?? []
        inner.bindings = inner.bindings.filter { name, bound in
            used.contains(name)
                && !own.contains { $0.name == name && $0.node.id == bound.id && isInside($0, target) }
        }
        return scopes.number(of: inner)
    }

    /// Whether an anchor belongs to the resource of a schema, which then binds it itself.
    private func isInside(_ anchor: SchemaResources.Anchor, _ target: Node) -> Bool {
        guard let resources = resources(around: target) else { return false }
        return anchor.resource.map { resources.all[$0].node.id == target.id } ?? false
    }

    /// The names of all dynamic references that can be reached from a schema.
    private mutating func dynamicNames(below start: Node) -> Set<String> {
        if let known = scopes.names[start.id] { return known }
        var names: Set<String> = []
        var visited: Set<Node.ID> = []
        var pending = [start]
        while let node = pending.popLast() {
            guard visited.insert(node.id).inserted else { continue }
            pending += node.elements
            for entry in node.entries {
                guard let next = next(of: entry, &names) else { continue }
                pending.append(next)
            }
        }
        scopes.names[start.id] = names
        return names
    }

    /// Where the search for dynamic references goes on from an entry of a schema.
    private mutating func next(of entry: Node.Entries.Element, _ names: inout Set<String>) -> Node? {
        guard let text = entry.value.text else { return entry.value }
        let reference = Reference(node: entry.value, text: text)
        switch entry.key.text {
        case "$dynamicRef", "$recursiveRef":
            names.insert(reference.anchor ?? SchemaResources.recursiveAnchor)
            return nil
        case "$ref":
            // What leads nowhere is reported where it is decoded.
            let before = diagnostics
            defer { diagnostics = before }
            return target(of: reference)
        default: return nil
        }
    }
}
