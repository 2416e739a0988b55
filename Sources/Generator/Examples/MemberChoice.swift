import Foundation

/// The members that an object must have, or must not have, by the alternatives of its schema. Of the alternatives, the
/// first is chosen.
struct MemberChoice {
    private(set) var required: [String] = []
    private(set) var excluded: Set<String> = []

    init(_ id: API.TypeID, in constraints: API.Constraints) {
        guard let schema = constraints.types[id] else { return }
        add(constraints.schemas[schema.index].schema)
    }

    private mutating func add(_ schema: API.Schema) {
        for keyword in schema.keywords {
            switch (keyword.name, keyword.value) {
            case ("required", .json(let names)), ("requiredInRequests", .json(let names)):
                required += Self.texts(names)
            case ("allOf", .list(let schemas)):
                for schema in schemas { add(schema) }
            case ("anyOf", .list(let schemas)):
                // Of null, there is nothing to choose.
                if let first = schemas.first(where: { !$0.isNull }) { add(first) }
            case ("oneOf", .list(let schemas)):
                guard let first = schemas.first else { continue }
                add(first)
                let chosen = Set(required)
                excluded.formUnion(schemas.dropFirst().flatMap(Self.required).filter { !chosen.contains($0) })
            case (_, .limit), (_, .json), (_, .note), (_, .reference), (_, .schema), (_, .list),
                (_, .members),
                (_, .discriminator):
                break
            }
        }
    }

    private static func required(by schema: API.Schema) -> [String] {
        schema.keywords.flatMap { keyword -> [String] in
            guard keyword.name == "required", case .json(let names) = keyword.value else { return [] }
            return texts(names)
        }
    }

    /// The texts of a JSON array.
    private static func texts(_ json: String) -> [String] {
        (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }
}

extension API.Schema {
    /// Whether only null is valid.
    fileprivate var isNull: Bool {
        keywords.contains { keyword in
            guard keyword.name == "type", case .json(let text) = keyword.value else { return false }
            return text == "\"null\""
        }
    }
}
