extension API.Limit {
    /// The argument that makes the runtime check the limit.
    var argument: String {
        switch self {
        case .number(let keyword, let value): ".\(keyword)(\(SwiftLiteral.number(value)))"
        case .count(let keyword, let value): ".\(keyword)(\(SwiftLiteral.integer(value)))"
        case .pattern(let pattern): ".pattern(\(SwiftLiteral.string(pattern)))"
        case .uniqueItems: ".uniqueItems"
        case .required(let names): ".required(\(SwiftLiteral.strings(names)))"
        case .dependentRequired(let trigger, let names):
            ".dependentRequired(\(SwiftLiteral.string(trigger)), \(SwiftLiteral.strings(names)))"
        case .absent(let names): ".absent(\(SwiftLiteral.strings(names)))"
        case .oneOf(let texts): ".oneOf(\(SwiftLiteral.strings(texts)))"
        case .names(let limits): ".names(\(SwiftLiteral.array(limits.map(\.argument))))"
        case .elements(let limits): ".elements(\(SwiftLiteral.array(limits.map(\.argument))))"
        }
    }
}
