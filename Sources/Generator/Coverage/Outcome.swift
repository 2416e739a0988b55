/// What became of a node of a document.
public enum Outcome: String, CaseIterable, Sendable {
    /// It shaped the Swift code.
    case typed
    /// It reaches the caller under its name as JSON, text or bytes, and its structure does not.
    case opaque
    /// It stands in the comments of the Swift code, or says nothing that these do not say.
    case documentation
    /// An `x-` field that belongs to other tools.
    case `extension`
    /// It speaks to readers of the document alone: no text of the client tells it.
    case dropped
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
