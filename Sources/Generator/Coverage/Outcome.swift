/// The outcome of a node of a document.
public enum Outcome: String, CaseIterable, Sendable {
    /// It affects the Swift code.
    case typed
    /// It is available by name as JSON, text or bytes, without its structure.
    case opaque
    /// It is included in comments, or adds nothing to them.
    case documentation
    /// An extension (`x-`) of other tools.
    case `extension`
    /// It is documentation that is not included in the generated code.
    case dropped
    /// Nothing in the client uses it.
    case unreached
    /// The configuration waives it.
    case waived
    /// A diagnostic reports what is wrong with it, or what is lost.
    case reported
    /// It was dropped without a diagnostic.
    case unaccounted

    /// The precedence of outcomes for a node that is used in several places.
    private var rank: Int {
        switch self {
        case .typed: 8
        case .opaque: 7
        case .documentation: 6
        case .extension: 5
        case .reported: 4
        case .waived: 3
        case .dropped: 2
        case .unreached: 1
        case .unaccounted: 0
        }
    }

    func joined(with other: Outcome?) -> Outcome {
        guard let other else { return self }
        return rank >= other.rank ? self : other
    }
}
