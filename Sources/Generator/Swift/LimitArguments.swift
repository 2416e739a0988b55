/// What values are checked against, as arguments for calls of the runtime.
extension Names {
    /// The arguments for a parameter or a body; empty if its type guarantees everything.
    func limits(of checked: API.CheckedID?) -> [String] {
        switch checked.flatMap({ schemas.constraints.checks[$0] }) {
        case .limits(let limits): limits.map(\.argument)
        case .schema(let id): [".schema(\(schema(id)))"]
        case nil: []
        }
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
