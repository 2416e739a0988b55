import APIGenSourceText

/// Finds values that match two schemas.
struct Overlap {
    private let graph: SchemaGraph
    private static let depth = 4

    init(_ graph: SchemaGraph) { self.graph = graph }

    /// A small JSON document that matches both; `nil` if decoding can distinguish them. Values of strings do not count,
    /// since enumerations are open.
    func example(_ left: Profile, _ right: Profile) -> String? {
        guard left.type == right.type else { return nil }
        switch (left.content, right.content) {
        case (.object(let left), .object(let right)): return example(left, right)
        case (.array(let left), .array(let right)):
            guard let left, let right else { return "[]" }
            return isApart(left, right, Self.depth) ? nil : "[\(sample(left, Self.depth))]"
        case (.any, _), (.boolean, _), (.integer, _), (.number, _), (.text, _), (.array, _), (.object, _):
            return left.way.last.map { sample($0, Self.depth) }
        }
    }

    /// Whether such a document exists.
    func exists(_ left: Profile, _ right: Profile) -> Bool {
        guard left.type == right.type else { return false }
        switch (left.content, right.content) {
        case (.object(let left), .object(let right)): return !isApart(left, right)
        case (.array(let left?), .array(let right?)): return !isApart(left, right, Self.depth)
        case (.any, _), (.boolean, _), (.integer, _), (.number, _), (.text, _), (.array, _), (.object, _):
            return true
        }
    }

    private func isApart(_ left: Profile.Object, _ right: Profile.Object) -> Bool {
        (left.required + right.required).contains { name in
            guard let one = left.properties[name], let other = right.properties[name] else { return false }
            return isApart(one, other, Self.depth)
        }
    }

    private func example(_ left: Profile.Object, _ right: Profile.Object) -> String? {
        guard !isApart(left, right) else { return nil }
        let names = (left.required + right.required).withoutDuplicates
        let members = names.map { name in
            let value = (left.properties[name] ?? right.properties[name]).map { sample($0, Self.depth) }
            return "\"\(name)\": \(value ?? "null")"
        }
        return "{\(members.joined(separator: ", "))}"
    }

    /// Whether no value decodes as both: their JSON types, or those of their elements, differ.
    private func isApart(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID, _ depth: Int) -> Bool {
        guard depth > 0 else { return false }
        let (one, other) = (graph.profiles.all(of: left), graph.profiles.all(of: right))
        guard !one.isEmpty, !other.isEmpty, !(takesNull(left) && takesNull(right)) else { return false }
        return one.allSatisfy { first in
            other.allSatisfy { second in
                guard let type = first.type, let otherType = second.type else { return false }
                guard type == otherType else { return true }
                guard case .array(let left?) = first.content, case .array(let right?) = second.content else {
                    return false
                }
                return isApart(left, right, depth - 1)
            }
        }
    }

    private func takesNull(_ id: OpenAPI.Schema.ID) -> Bool {
        graph.path(from: id).compactMap { graph.schemas[$0] }.contains {
            graph.isNullable($0)
        }
    }
}

// MARK: - Samples

extension Overlap {
    private func sample(_ id: OpenAPI.Schema.ID, _ depth: Int) -> String {
        if let constant = graph.profiles.constants(of: id).first { return constant.json }
        guard depth > 0, let profile = graph.profiles.all(of: id).first else { return "null" }
        switch profile.content {
        case .any: return "null"
        case .boolean: return "true"
        case .integer, .number: return "1"
        case .text(.formatted(let form)): return form.sample.json
        case .text(.plain), .text(.listed): return "\"text\""
        case .array: return "[]"
        case .object(let object):
            let members = object.required.map { name in
                "\"\(name)\": \(object.properties[name].map { sample($0, depth - 1) } ?? "null")"
            }
            return "{\(members.joined(separator: ", "))}"
        }
    }
}
