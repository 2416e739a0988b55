import SourceText
import YAML

/// What the stages note of the nodes of a document while they make use of them, from which the report is drawn up.
///
/// A class, because a note changes nothing of the work itself.
final class CoverageRecorder {
    /// What each decoded object is, in the standard's words, such as `operation`.
    private(set) var kinds: [Node.ID: String] = [:]
    /// What decoding made of nodes, where the object around them is of use.
    private(set) var decoded: [Node.ID: Outcome] = [:]
    private var absent: Set<Node.ID> = []
    private(set) var outcomes: [Node.ID: Outcome] = [:]
    private(set) var uses: [SchemaUse] = []
    /// Schemas that say the same as another one, whose type serves for both.
    private(set) var copies: [(copy: Node, original: Node)] = []
    /// Texts that went into a comment.
    private(set) var told: Set<Node.ID> = []
    /// The trees of the files that were read for the document.
    private(set) var roots: [Node] = []
    /// What is given up on purpose, and where that is said.
    private(set) var waived: [(node: Node, place: SourceRange)] = []

    func note(copy: Node?, of original: Node?) {
        guard let copy, let original else { return }
        copies.append((copy, original))
    }

    func tell(_ node: Node.ID) { told.insert(node) }
    func note(roots: [Node]) { self.roots = roots }
    func waive(_ node: Node, at place: SourceRange) { waived.append((node, place)) }

    /// What decoding alone could tell.
    func note(_ record: DecodingRecord) {
        kinds = record.kinds
        absent = Set(record.uses.filter { $0.value == .absent }.keys)
        decoded = record.uses.mapValues { use in
            switch use {
            case .typed: .typed
            case .dropped, .absent: .dropped
            case .extension: .extension
            case .reported: .reported
            case .unreached: .unreached
            }
        }
    }

    func note(_ use: SchemaUse) { uses.append(use) }

    /// What became of a node, and of what it holds as far as nothing else is noted of that.
    func note(_ node: Node.ID, as outcome: Outcome) {
        guard !absent.contains(node) else { return }
        outcomes[node] = outcome.joined(with: outcomes[node])
    }

    /// Settles what depends on how values travel, once that is known.
    func settle(direction: (API.TypeID) -> API.Direction) {
        for use in uses {
            let direction = use.owner.map(direction)
            if let usage = use.usage(inOwnerTravelling: direction) {
                for keyword in use.reading.keywords {
                    let usage = keyword.isOfElement ? usage.ofElements : usage
                    if let outcome = usage.outcome(of: keyword.aspect) { note(keyword.node, as: outcome) }
                }
            } else if direction?.isEmpty == false {
                leaveOut(use)
            }
        }
        uses = []
    }

    /// A property that goes the other way only is left out, for what says so.
    private func leaveOut(_ use: SchemaUse) {
        for declaration in use.declarations { note(declaration, as: .unreached) }
        for keyword in use.reading.keywords where !keyword.isOfElement {
            if case .access = keyword.aspect { note(keyword.node, as: .typed) }
        }
    }
}
