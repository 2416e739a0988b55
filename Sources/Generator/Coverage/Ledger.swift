import SourceText
import YAML

/// What the stages put down about a document while they work on it, from which its account is drawn up.
///
/// A class, because putting something down changes nothing of the work itself.
final class Ledger {
    /// What each decoded object is, in the standard's words, such as `operation`.
    private(set) var kinds: [Node.ID: String] = [:]
    /// Fields that were settled when they were decoded: documentation, and what belongs to other tools.
    private(set) var settled: [Node.ID: Fate] = [:]
    private(set) var uses: [SchemaUse] = []
    /// What became of parts that lowering has to choose among, by the places of their names.
    private(set) var choices: [SourceRange: Fate] = [:]

    /// Schemas that say the same as another one, whose type serves for both.
    private(set) var copies: [(copy: Node, original: Node)] = []
    /// The trees of the files that were read for the document.
    private(set) var roots: [Node] = []
    /// What is given up on purpose, and where that is said.
    private(set) var waived: [(node: Node, place: SourceRange)] = []

    func note(copy: Node?, of original: Node?) {
        guard let copy, let original else { return }
        copies.append((copy, original))
    }

    /// Texts that went into a comment.
    private(set) var told: Set<Node.ID> = []

    func tell(_ node: Node.ID) { told.insert(node) }
    func note(roots: [Node]) { self.roots = roots }
    func waive(_ node: Node, at place: SourceRange) { waived.append((node, place)) }

    /// What decoding alone could tell.
    func note(_ record: DecodingRecord) {
        kinds = record.kinds
        settled = record.unused.mapValues { disuse in
            switch disuse {
            case .dropped: .dropped
            case .extension: .extension
            }
        }
    }

    func note(_ use: SchemaUse) { uses.append(use) }

    func note(_ name: SourceRange, _ fate: Fate) {
        choices[name] = fate.joined(with: choices[name])
    }
}
