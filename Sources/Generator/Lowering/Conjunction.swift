import SourceText
import YAML

/// Parts of an `allOf` that are no objects: a value has to meet all of them, so that its type is the narrowest.
extension Lowering {
    /// The shape of parts that come down to one of them, or to the values that they have in common; `nil` if they are
    /// objects to be merged.
    func conjunctionShape(of schema: OpenAPI.Schema) -> SchemaShape? {
        let parts = schema.composition.allOf
        guard schema.required.isEmpty, schema.requiredInRequests.isEmpty, alternatives(of: schema).isEmpty
        else {
            return nil
        }
        let telling = telling(parts)
        guard telling.count != 1 else { return .single(telling[0]) }
        guard let first = telling.first, telling.allSatisfy({ isPlain(end(of: $0)) }) else { return nil }
        if telling.allSatisfy({ shape(of: end(of: $0)).isEnumeration }) { return enumerationShape(telling) }
        return .single(narrowest(of: telling) ?? first)
    }

    /// The parts that tell what a value is. The others only restrict or describe it.
    private func telling(_ parts: [OpenAPI.Schema.ID]) -> [OpenAPI.Schema.ID] {
        let telling = parts.filter { id in document.schemas[id].map { !$0.isSilent } ?? false }
        let precise = telling.filter { document.schemas[$0]?.saysOnlyThatItIsAnObject == false }
        return precise.isEmpty ? Array(telling.prefix(1)) : precise
    }

    private func isPlain(_ id: OpenAPI.Schema.ID) -> Bool {
        switch shape(of: id) {
        case .scalar(.json), .dictionary, .record, .union, .reference, .single: false
        case .scalar, .enumeration, .integerEnumeration, .array: true
        }
    }

    private func enumerationShape(_ parts: [OpenAPI.Schema.ID]) -> SchemaShape {
        let lists = parts.map { (id: $0, values: Set(constants(of: $0))) }
        let common = lists.dropFirst().reduce(lists[0].values) { $0.intersection($1.values) }
        if let whole = lists.first(where: { $0.values == common }) { return .single(whole.id) }
        return common.isEmpty ? .single(parts[0]) : .enumeration
    }

    /// `nil` if two of them exclude each other.
    private func narrowest(of parts: [OpenAPI.Schema.ID]) -> OpenAPI.Schema.ID? {
        parts.dropFirst().reduce(parts.first) { known, next in known.flatMap { narrower($0, next) } }
    }

    private func narrower(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID? {
        let (one, other) = (end(of: left), end(of: right))
        guard one != other else { return left }
        switch (shape(of: one), shape(of: other)) {
        case (.enumeration, .scalar(let scalar)): return scalar.isText ? left : nil
        case (.scalar(let scalar), .enumeration): return scalar.isText ? right : nil
        case (.integerEnumeration, .scalar(.integer)), (.integerEnumeration, .scalar(.number)): return left
        case (.scalar(.integer), .integerEnumeration), (.scalar(.number), .integerEnumeration): return right
        case (.scalar(let first), .scalar(let second)) where first.isNumber && second.isNumber:
            return first.narrowness < second.narrowness ? right : left
        case (.scalar(.string), .scalar(let scalar)): return scalar.isText ? right : nil
        case (.scalar(let scalar), .scalar(.string)): return scalar.isText ? left : nil
        case (.scalar(let first), .scalar(let second)): return first == second ? left : nil
        case (.array(let first), .array(let second)):
            return isOpen(second) || isSame(first, second) ? left : right
        default: return nil
        }
    }

    /// Whether a list may hold anything.
    private func isOpen(_ items: OpenAPI.Schema.ID?) -> Bool {
        guard let items else { return true }
        return shape(of: end(of: items)).scalar == .json
    }

    private func isSame(_ left: OpenAPI.Schema.ID?, _ right: OpenAPI.Schema.ID?) -> Bool {
        left.map(end) == right.map(end)
    }

    /// The first two parts that exclude each other, if any do.
    func contradiction(in schema: OpenAPI.Schema) -> (OpenAPI.Schema, OpenAPI.Schema)? {
        let parts = telling(schema.composition.allOf)
        guard parts.count > 1, parts.allSatisfy({ isPlain(end(of: $0)) }) else { return nil }
        for (index, second) in parts.enumerated() {
            for first in parts[..<index] where excludes(first, second) {
                guard let one = document.schemas[first], let other = document.schemas[second] else {
                    continue
                }
                return (one, other)
            }
        }
        return nil
    }

    private func excludes(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> Bool {
        let shapes = (shape(of: end(of: left)), shape(of: end(of: right)))
        if shapes.0.isEnumeration, shapes.1.isEnumeration {
            return Set(constants(of: left)).isDisjoint(with: constants(of: right))
        }
        return narrower(left, right) == nil
    }

    /// Reports, once for a schema, a type that excludes all that stands beside it.
    mutating func reportType(of id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) {
        let own = schema.types.filter { $0 != .null }.map(\.jsonType)
        guard !own.isEmpty, let node = schema.node?["type"],
            schema.reference != nil || !schema.composition.isEmpty
        else { return }
        let types = profiles(of: id).map(\.type)
        guard !types.isEmpty, types.allSatisfy({ type in type.map { !own.contains($0) } ?? false }),
            reportedRules.insert(node.range).inserted
        else { return }
        diagnostics.report(.contradictoryType(node))
    }

    /// The values that parts have in common, with what the first of them says about each.
    func commonValues(of schema: OpenAPI.Schema) -> [ListedValue] {
        let lists = telling(schema.composition.allOf).map { listedValues(of: end(of: $0)) }
        let common = lists.dropFirst().map { $0.map(\.value.text).exact }
        return (lists.first ?? []).filter { listed in
            common.allSatisfy { $0.contains(listed.value.text.exact) }
        }
    }

    /// The parts of an allOf beside the one that it comes down to.
    func remarks(of schema: OpenAPI.Schema, beside member: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        schema.composition.allOf.contains(member) ? schema.composition.allOf.filter { $0 != member } : []
    }

    /// Whether a part of an `allOf` rules out null, which the others may allow. What a part refers to does not: many
    /// write `nullable` beside the reference, and mean the whole.
    func isNeverNull(_ schema: OpenAPI.Schema) -> Bool {
        guard !schema.isNullable, !schema.types.contains(.null), schema.composition.allOf.count > 1 else {
            return false
        }
        return schema.composition.allOf.compactMap { document.schemas[$0] }.contains { part in
            part.refusesNull || (part.reference == nil && !part.types.isEmpty && !isNullable(part))
        }
    }
}

extension OpenAPI.Schema {
    fileprivate var saysNothingOfObjects: Bool {
        reference == nil && properties.isEmpty && additionalProperties == nil && patternProperties.isEmpty
            && required.isEmpty && requiredInRequests.isEmpty && items == nil && composition.isEmpty
            && values.isEmpty && discriminator == nil && conditional.isEmpty && dependencies.isEmpty
    }

    /// Whether it only restricts or describes what something else tells the type of.
    fileprivate var isSilent: Bool {
        types.isEmpty && saysNothingOfObjects
    }

    fileprivate var saysOnlyThatItIsAnObject: Bool { types == [.object] && saysNothingOfObjects }
}

extension OpenAPI.Schema.TypeName {
    fileprivate var jsonType: API.JSONType? {
        switch self {
        case .null: nil
        case .boolean: .boolean
        case .object: .object
        case .array: .array
        case .number, .integer: .number
        case .string: .string
        }
    }
}

extension API.Scalar {
    /// Whether it is a text on the wire.
    fileprivate var isText: Bool {
        switch self {
        case .string, .date, .dateTime, .uuid, .url, .data, .base64URL, .binary, .file: true
        case .boolean, .integer, .unsignedInteger, .number, .decimal, .json, .serverSentEvent: false
        }
    }

    /// The more a type of numbers leaves out, the narrower it is.
    fileprivate var narrowness: Int {
        switch self {
        case .unsignedInteger: 3
        case .integer: 2
        case .decimal: 1
        default: 0
        }
    }
}
