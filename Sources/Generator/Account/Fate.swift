/// What became of a node of a document.
public enum Fate: String, CaseIterable, Sendable {
    /// It shaped the Swift code.
    case typed
    /// It reaches the caller under its name as JSON, text or bytes, and its structure does not.
    case opaque
    /// It speaks to readers alone, in the documentation or in the document.
    case documentation
    /// An `x-` field that belongs to other tools.
    case `extension`
    /// Nothing that the client offers needs it.
    case unreached
    /// The configuration says that it may go missing.
    case waived
    /// A diagnostic told what is wrong with it, or what it loses.
    case reported
    /// It went missing, and nobody said so.
    case unaccounted

    /// What counts of a node that stands in several places: what the client got of it.
    private var rank: Int {
        switch self {
        case .typed: 7
        case .opaque: 6
        case .documentation: 5
        case .extension: 4
        case .reported: 3
        case .waived: 2
        case .unreached: 1
        case .unaccounted: 0
        }
    }

    func joined(with other: Fate?) -> Fate {
        guard let other else { return self }
        return rank >= other.rank ? self : other
    }
}
