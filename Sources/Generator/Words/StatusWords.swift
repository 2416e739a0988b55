extension API.Failure.Status {
    var words: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)00 to \(hundred)99"
        case .other: "any other"
        }
    }

    /// The words at the start of a sentence or a list item.
    var title: String {
        switch self {
        case .code, .range: words
        case .other: "Any other status"
        }
    }
}
