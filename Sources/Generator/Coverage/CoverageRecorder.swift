import APIGenSourceText
import APIGenYAML

/// Records how the stages use the nodes of a document, for the coverage report.
///
/// A class, since recording does not affect the work itself.
final class CoverageRecorder {
    /// The kind of each decoded object, in the standard's terms, such as `operation`.
    private(set) var kinds: [Node.ID: String] = [:]
    /// The outcomes of decoding, if the enclosing object is used.
    private(set) var decoded: [Node.ID: Outcome] = [:]
    private var absent: Set<Node.ID> = []
    private(set) var outcomes: [Node.ID: Outcome] = [:]
    private(set) var uses: [SchemaUse] = []
    /// Schemas that are equal to others and share their types.
    private(set) var copies: [(copy: Node, original: Node)] = []
    /// Texts that are included in comments.
    private(set) var told: Set<Node.ID> = []
    /// The roots of the files of the document.
    private(set) var roots: [Node] = []
    /// The waived nodes, and the places of their waivers.
    private(set) var waived: [(node: Node, place: SourceRange)] = []

    func note(copy: Node?, of original: Node?) {
        guard let copy, let original else { return }
        copies.append((copy, original))
    }

    func tell(_ node: Node.ID) { told.insert(node) }
    func note(roots: [Node]) { self.roots = roots }
    func waive(_ node: Node, at place: SourceRange) { waived.append((node, place)) }

    /// Records the results of decoding.
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

    /// Records the outcome of a node, which also applies to descendants without an outcome of their own.
    func note(_ node: Node.ID, as outcome: Outcome) {
        guard !absent.contains(node) else { return }
        outcomes[node] = outcome.joined(with: outcomes[node])
    }

    /// Determines the outcomes that depend on whether values are sent or received, once that is known.
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

    /// Records a property that is omitted because of `readOnly` or `writeOnly`.
    private func leaveOut(_ use: SchemaUse) {
        for declaration in use.declarations { note(declaration, as: .unreached) }
        for keyword in use.reading.keywords where !keyword.isOfElement {
            if case .access = keyword.aspect { note(keyword.node, as: .typed) }
        }
    }
}
