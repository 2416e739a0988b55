import SourceText
import YAML

/// Joins what was noted of each node with what became of the node around it.
struct Settlement {
    private let recorder: CoverageRecorder
    private let lost: LostNodes
    private(set) var outcomes: [Node.ID: Outcome] = [:]
    /// The places of waivers below whose nodes nothing is given up.
    private(set) var idleWaivers: [SourceRange] = []
    private var visits: Set<Visit> = []
    private var visited: Set<Node.ID> = []
    /// What is of use only if something refers to it, or to what it holds.
    private var definitions: Set<Node.ID> = []

    /// A node may stand in several places, by aliases.
    private struct Visit: Hashable {
        let node: Node.ID
        let surroundings: Surroundings
    }

    /// What the place of a node says of it.
    private struct Surroundings: Hashable {
        var outcome: Outcome?
        /// Whether a text of the client tells what holds it.
        var isTold = false
        /// Whether a diagnostic tells that the field was left out.
        var isLost = false
        /// Whether it stands where others refer to.
        var isDefinition = false
        /// Whether it is a scalar of something opaque that says nothing of its shape.
        var isRemark = false
    }

    init(_ recorder: CoverageRecorder, lost: LostNodes) {
        (self.recorder, self.lost) = (recorder, lost)
        for root in recorder.roots { settle(root, in: Surroundings(outcome: .unreached, isDefinition: true)) }
        for (copy, original) in recorder.copies.reversed() { mirror(original, in: copy) }
        for root in recorder.roots { raise(root) }
        for (node, place) in recorder.waived where !waive(node) { idleWaivers.append(place) }
    }
}

// MARK: - From the top

extension Settlement {
    private mutating func settle(_ node: Node, in surroundings: Surroundings) {
        guard visits.insert(Visit(node: node.id, surroundings: surroundings)).inserted else { return }
        let isTold = surroundings.isTold || recorder.told.contains(node.id)
        var outcome = outcome(of: node, in: surroundings)
        if isTold { outcome = Outcome.documentation.joined(with: outcome) }
        if let outcome { outcomes[node.id] = outcome.joined(with: outcomes[node.id]) }
        // Of an object that shapes the code, each field has to be of use by itself.
        let isUsed = outcome == .typed && recorder.kinds[node.id] != nil
        let isDefinition =
            outcome == .unreached && recorder.outcomes[node.id] == nil
            && (surroundings.isDefinition || recorder.decoded[node.id] == .unreached)
        if isDefinition { definitions.insert(node.id) }
        let inner = Surroundings(
            outcome: isUsed ? nil : outcome, isTold: isTold, isDefinition: isDefinition)
        for element in node.elements {
            var inner = inner
            inner.isRemark = surroundings.isRemark
            settle(element, in: inner)
        }
        for entry in node.entries {
            var inner = inner
            inner.isLost = lost.hasField(named: entry.key.range)
            inner.isRemark = !["type", "$ref"].contains(entry.key.text)
            settle(entry.value, in: inner)
        }
    }

    private func outcome(of node: Node, in surroundings: Surroundings) -> Outcome? {
        if surroundings.isLost { return .reported }
        let decoded = recorder.decoded[node.id]
        let isOfUse = [nil, .typed].contains(surroundings.outcome) && decoded != .dropped
        if isOfUse, lost.hasValue(at: node.range) { return .reported }
        if let noted = recorder.outcomes[node.id] { return noted }
        switch surroundings.outcome {
        case .typed where decoded == nil && recorder.kinds[node.id] == nil: return .typed
        // Without a field that it needs, an object may be left out.
        case nil, .typed: return decoded ?? (lost.isFaulty(at: node.range) ? .reported : nil)
        // A definition that refers to another one, and was referred to.
        case .unreached? where surroundings.isDefinition && recorder.kinds[node.id] == "reference":
            return .typed
        // What is handed over untouched has a shape; what else is said of it reaches nobody.
        case .opaque where node.kind == .scalar && surroundings.isRemark: return decoded ?? .dropped
        case .opaque?, .documentation?, .extension?, .dropped?, .unreached?, .waived?, .reported?,
            .unaccounted?:
            return surroundings.outcome
        }
    }

    /// What becomes of a schema becomes of another that says the same.
    private mutating func mirror(_ original: Node, in copy: Node) {
        // What is told of the original is not told of the copy.
        if let outcome = outcomes[original.id], !recorder.told.contains(original.id) {
            outcomes[copy.id] = outcome.joined(with: outcomes[copy.id])
        }
        for entry in copy.entries {
            guard let key = entry.key.text, let other = original[key] else { continue }
            mirror(other, in: entry.value)
        }
        for (element, other) in zip(copy.elements, original.elements) { mirror(other, in: element) }
    }
}

// MARK: - From the bottom

extension Settlement {
    /// What holds something of use is of use by that: a list by its elements, and what is for readers by what is told
    /// of it. Tells what became of the best of it, and whether something is told.
    @discardableResult
    private mutating func raise(_ node: Node) -> (best: Outcome?, isTold: Bool) {
        let own = outcomes[node.id]
        guard visited.insert(node.id).inserted else { return (own, own == .documentation) }
        var (best, isTold) = (nil as Outcome?, own == .documentation)
        for child in node.children {
            let inner = raise(child)
            best = inner.best?.joined(with: best) ?? best
            isTold = inner.isTold || isTold
        }
        switch own {
        // An object of which nothing is left is left out for what was wrong in it.
        case nil where recorder.kinds[node.id] == nil || best == .reported: outcomes[node.id] = best
        case nil, .dropped?: if isTold { outcomes[node.id] = .documentation }
        // What holds definitions is of use by those that are.
        case .unreached? where definitions.contains(node.id):
            if recorder.kinds[node.id] == nil || best == .typed { outcomes[node.id] = best ?? own }
        case .typed?, .opaque?, .documentation?, .extension?, .unreached?, .waived?, .reported?,
            .unaccounted?:
            break
        }
        return (outcomes[node.id]?.joined(with: best) ?? best, isTold)
    }

    /// Takes all that is lost below a node for given up on purpose, and tells whether there is anything.
    private mutating func waive(_ node: Node) -> Bool {
        let isLost = [nil, .reported].contains(outcomes[node.id])
        if isLost { outcomes[node.id] = .waived }
        return node.children.reduce(isLost) { waive($1) || $0 }
    }
}

extension Node {
    /// The nodes right below this one, but keys.
    var children: [Node] {
        kind == .mapping ? entries.map(\.value) : Array(elements)
    }
}
