/// What values are checked against, as arguments for calls of the runtime.
extension Names {
    /// The arguments for a parameter or a body; empty if its type guarantees everything.
    func limits(of id: OpenAPI.Schema.ID?, at place: String) -> [String] {
        guard let use = id.flatMap({ schemas.constraints.uses[$0] }) else { return [] }
        if let limits = use.limits { return limits.map(\.argument) }
        guard let id = use.onlyReference ?? schemas.constraints.places[place] else { return [] }
        return [".schema(\(schema(id)))"]
    }

    /// The expression for a schema.
    func schema(_ id: API.SchemaID) -> String {
        "\(schemas.clientName).schemas[\(SwiftLiteral.string(schemas[id]))]"
    }
}

extension API.PlainLimit {
    fileprivate var argument: String {
        switch self {
        case .keyword(let keyword, let value):
            ".\(keyword.rawValue)" + (value.literal.map { "(\($0))" } ?? "")
        case .elements(let limits): ".elements(\(SwiftLiteral.array(limits.map(\.argument))))"
        }
    }
}

extension LimitValue {
    fileprivate var literal: String? {
        switch self {
        case .number(let number): SwiftLiteral.number(number)
        case .count(let count): SwiftLiteral.integer(count)
        case .pattern(let pattern): SwiftLiteral.string(pattern)
        case .flag: nil
        }
    }
}
