import APIGenSourceText
import APIGenYAML

extension OpenAPI.SchemaReference {
    /// The reference in a schema: `$ref`, `$dynamicRef` or `$recursiveRef`.
    init?(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        let (plain, dynamic) = (object[.reference], object[.dynamicReference])
        let recursive = object[.recursiveReference]
        if let plain {
            self.init(plain, by: &decoder)
        } else {
            guard let node = dynamic ?? recursive else { return nil }
            self.init(dynamic: node, by: &decoder)
        }
    }

    private init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard let reference = Reference(toSchema: node, by: &decoder),
            let target = decoder.target(of: reference)
        else { return nil }
        guard !reference.isToOtherObject else {
            decoder.diagnostics.report(.referenceToOtherKind(reference, expected: "schema"))
            return nil
        }
        self.init(to: target, from: reference, by: &decoder)
    }

    /// A dynamic reference, resolved in the current ``DynamicScope``.
    private init?(dynamic node: Node, by decoder: inout SpecDecoder) {
        guard let reference = Reference(toSchema: node, by: &decoder) else { return nil }
        let name = reference.anchor ?? SchemaResources.recursiveAnchor
        guard let target = decoder.staticTarget(of: reference) else { return nil }
        let isDynamic = decoder.references.resources(around: target)?.anchors.contains {
            $0.isDynamic && $0.name == name && $0.node.id == target.id
        }
        let bound = isDynamic == true ? decoder.scopes.binding(of: name) : nil
        self.init(to: bound ?? target, from: reference, by: &decoder)
    }

    private init(to target: Node, from reference: Reference, by decoder: inout SpecDecoder) {
        let scope = decoder.scopes.scope(
            of: target, from: reference, references: &decoder.references, rules: decoder.diagnostics.rules)
        // The component's name belongs to the schema whose dynamic references have their default targets.
        let name =
            scope == 0 ? decoder.references.componentName(of: target) ?? reference.targetName : nil
        self.init(
            target: decoder.schemas.queue(target, scope: scope), name: name, range: reference.node.range)
    }
}

extension SpecDecoder {
    /// The target of a dynamic reference that no schema in the dynamic scope rebinds.
    fileprivate mutating func staticTarget(of reference: Reference) -> Node? {
        guard reference.text == "#", let resources = references.resources(around: reference.node) else {
            return target(of: reference)
        }
        let around = resources.resource(around: reference.node)
        return resources.anchor(SchemaResources.recursiveAnchor, from: around)?.node
            ?? around.map { resources.all[$0].node } ?? target(of: reference)
    }
}

extension Reference {
    fileprivate init?(toSchema node: Node, by decoder: inout SpecDecoder) {
        guard let text = decoder.text(node) else { return nil }
        self.init(node: node, text: text, otherwise: Self.anyJSON)
    }

    /// Whether the location of the target cannot be that of a schema: another kind of component, a map of components, a
    /// path or another field of the document.
    var isToOtherObject: Bool {
        switch tokens.first {
        case "components": tokens.count < 3 || tokens.count == 3 && tokens[1] != "schemas"
        case "paths", "webhooks": tokens.count <= 3
        case "info", "security", "servers", "tags": true
        default: false
        }
    }
}
