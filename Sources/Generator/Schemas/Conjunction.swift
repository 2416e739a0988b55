import APIGenSourceText
import APIGenYAML

/// `allOf` parts that are not objects. A value must match all of them, so that the type is the narrowest one.
struct Conjunctions {
    let graph: SchemaGraph

    /// The shape of an `allOf` that reduces to one of its parts, or to the values common to all of them; `nil` if the
    /// parts are objects to be merged.
    func conjunctionShape(of schema: OpenAPI.Schema) -> SchemaShape? {
        let parts = parts(of: schema)
        guard schema.required.isEmpty, schema.requiredInRequests.isEmpty,
            graph.alternatives(of: schema).isEmpty
        else {
            return nil
        }
        let telling = telling(parts)
        guard telling.count != 1 else { return .single(telling[0]) }
        guard let first = telling.first, telling.allSatisfy({ isPlain(graph.end(of: $0)) }) else {
            return nil
        }
        if telling.allSatisfy({ graph.shape(of: graph.end(of: $0)).isEnumeration }) {
            return enumerationShape(telling)
        }
        return .single(narrowest(of: telling) ?? first)
    }

    /// The parts of an `allOf`, and the target of a reference next to it.
    func parts(of schema: OpenAPI.Schema) -> [OpenAPI.Schema.ID] {
        (schema.reference.map { [$0.target] } ?? []) + schema.composition.allOf
    }

    /// The schemas that were joined to one, or the schema itself.
    func declarations(of id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        guard id.conjunction != 0 else { return [id] }
        return graph.schemas[id]?.composition.allOf.flatMap(declarations) ?? []
    }

    /// The parts that define the type of a value. The others only constrain or annotate it.
    private func telling(_ parts: [OpenAPI.Schema.ID]) -> [OpenAPI.Schema.ID] {
        let telling = parts.filter { id in graph.schemas[id].map { !$0.isSilent } ?? false }
        let precise = telling.filter { graph.schemas[$0]?.saysOnlyThatItIsAnObject == false }
        return precise.isEmpty ? Array(telling.prefix(1)) : precise
    }

    private func isPlain(_ id: OpenAPI.Schema.ID) -> Bool {
        switch graph.shape(of: id) {
        case .scalar(.json), .dictionary, .record, .union, .reference, .single: false
        case .scalar, .enumeration, .integerEnumeration, .array: true
        }
    }

    private func enumerationShape(_ parts: [OpenAPI.Schema.ID]) -> SchemaShape {
        let lists = parts.map { (id: $0, values: Set(graph.profiles.constants(of: $0))) }
        let common = lists.dropFirst().reduce(lists[0].values) { $0.intersection($1.values) }
        if let whole = lists.first(where: { $0.values == common }) { return .single(whole.id) }
        return common.isEmpty ? .single(parts[0]) : .enumeration
    }

    /// The narrowest of the parts; `nil` if two of them exclude each other.
    private func narrowest(of parts: [OpenAPI.Schema.ID]) -> OpenAPI.Schema.ID? {
        parts.dropFirst().reduce(parts.first) { known, next in known.flatMap { narrower($0, next) } }
    }

    private func narrower(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID? {
        let (one, other) = (graph.end(of: left), graph.end(of: right))
        guard one != other else { return left }
        switch (graph.shape(of: one), graph.shape(of: other)) {
        case (.enumeration, .scalar(let scalar)): return scalar.isText ? left : nil
        case (.scalar(let scalar), .enumeration): return scalar.isText ? right : nil
        case (.integerEnumeration, .scalar(.integer)), (.integerEnumeration, .scalar(.number)): return left
        case (.scalar(.integer), .integerEnumeration), (.scalar(.number), .integerEnumeration): return right
        case (.scalar(let first), .scalar(let second)) where first.isNumber && second.isNumber:
            return first.facts.narrowness < second.facts.narrowness ? right : left
        case (.scalar(.string), .scalar(let scalar)): return scalar.isText ? right : nil
        case (.scalar(let scalar), .scalar(.string)): return scalar.isText ? left : nil
        case (.scalar(let first), .scalar(let second)): return first == second ? left : nil
        case (.array(let first), .array(let second)):
            return isOpen(second) || isSame(first, second) ? left : right
        case (.enumeration, _), (.integerEnumeration, _), (.scalar, _), (.array, _), (.reference, _),
            (.single, _), (.dictionary, _), (.record, _), (.union, _):
            return nil
        }
    }

    /// Whether an array may contain any JSON.
    private func isOpen(_ items: OpenAPI.Schema.ID?) -> Bool {
        guard let items else { return true }
        return graph.shape(of: graph.end(of: items)).scalar == .json
    }

    private func isSame(_ left: OpenAPI.Schema.ID?, _ right: OpenAPI.Schema.ID?) -> Bool {
        left.map(graph.end) == right.map(graph.end)
    }

    /// The first two parts that exclude each other, if any do.
    func contradiction(in schema: OpenAPI.Schema) -> (OpenAPI.Schema, OpenAPI.Schema)? {
        let parts = telling(parts(of: schema))
        guard parts.count > 1, parts.allSatisfy({ isPlain(graph.end(of: $0)) }) else { return nil }
        for (index, second) in parts.enumerated() {
            for first in parts[..<index] where excludes(first, second) {
                guard let one = graph.schemas[first], let other = graph.schemas[second] else {
                    continue
                }
                return (one, other)
            }
        }
        return nil
    }

    private func excludes(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> Bool {
        let shapes = (graph.shape(of: graph.end(of: left)), graph.shape(of: graph.end(of: right)))
        let areListed = shapes.0.isEnumeration && shapes.1.isEnumeration
        return !haveCommonValues(left, right) || !areListed && narrower(left, right) == nil
    }

    /// Whether two schemas allow the same value, as far as they list values.
    func haveCommonValues(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> Bool {
        let (one, other) = (graph.profiles.constants(of: left), graph.profiles.constants(of: right))
        return one.isEmpty || other.isEmpty || !Set(one).isDisjoint(with: other)
    }

    /// The values common to all parts, with the names and descriptions of the first part.
    func commonValues(of schema: OpenAPI.Schema) -> [ListedValue] {
        let lists = telling(parts(of: schema)).map { graph.values.listed(of: graph.end(of: $0)) }
        let common = lists.dropFirst().map { $0.map(\.value.text).exact }
        return (lists.first ?? []).filter { listed in
            common.allSatisfy { $0.contains(listed.value.text.exact) }
        }
    }

    /// The other parts of an `allOf` that reduces to `member`.
    func remarks(of schema: OpenAPI.Schema, beside member: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        let parts = parts(of: schema)
        return parts.contains(member) ? parts.filter { $0 != member } : []
    }

    /// Whether a part of an `allOf` disallows null, even if other parts allow it. Referenced parts are ignored, since
    /// many documents put `nullable` next to a reference and mean the whole schema.
    func isNeverNull(_ schema: OpenAPI.Schema) -> Bool {
        guard !schema.isNullable, !schema.types.contains(.null), schema.composition.allOf.count > 1 else {
            return false
        }
        return schema.composition.allOf.compactMap { graph.schemas[$0] }.contains { part in
            part.refusesNull || (part.reference == nil && !part.types.isEmpty && !graph.isNullable(part))
        }
    }
}

extension OpenAPI.Schema {
    fileprivate var saysNothingOfObjects: Bool {
        reference == nil && properties.isEmpty && additionalProperties == nil && patternProperties.isEmpty
            && required.isEmpty && requiredInRequests.isEmpty && items == nil && composition.isEmpty
            && values.isEmpty && discriminator == nil && conditional.isEmpty && dependencies.isEmpty
    }

    /// Whether the schema only constrains or annotates a value whose type another schema defines.
    fileprivate var isSilent: Bool {
        types.isEmpty && saysNothingOfObjects
    }

    fileprivate var saysOnlyThatItIsAnObject: Bool { types == [.object] && saysNothingOfObjects }
}
