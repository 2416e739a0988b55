extension API.Limit {
    /// The argument for the limit in calls of the runtime.
    var argument: String {
        switch self {
        case .keyword(let keyword, let value):
            ".\(keyword.rawValue)" + (value.literal.map { "(\($0))" } ?? "")
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
