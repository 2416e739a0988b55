import APIGenSourceText
import APIGenYAML

/// Combines the recorded outcome of each node with the outcome of its parent.
struct Settlement {
    private let recorder: CoverageRecorder
    private let lost: LostNodes
    private(set) var outcomes: [Node.ID: Outcome] = [:]
    /// The places of waivers without an effect.
    private(set) var idleWaivers: [SourceRange] = []
    private var visits: Set<Visit> = []
    private var visited: Set<Node.ID> = []
    /// The definitions, which are used only if something refers to them or their contents.
    private var definitions: Set<Node.ID> = []

    /// A visit of a node, which may occur in several places through aliases.
    private struct Visit: Hashable {
        let node: Node.ID
        let surroundings: Surroundings
    }

    /// The context of a node.
    private struct Surroundings: Hashable {
        var outcome: Outcome?
        /// Whether the enclosing node is included in comments.
        var isTold = false
        /// Whether a diagnostic reports that the field is omitted.
        var isLost = false
        /// Whether it is where references lead to.
        var isDefinition = false
        /// Whether it is a scalar of an opaque value that does not describe its structure.
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
        // Each field of an object that affects the code has an outcome of its own.
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
        // An object may be omitted because a required field is missing.
        case nil, .typed: return decoded ?? (lost.isFaulty(at: node.range) ? .reported : nil)
        // A definition that is a reference, and was referred to.
        case .unreached? where surroundings.isDefinition && recorder.kinds[node.id] == "reference":
            return .typed
        // Opaque values have a structure; other keywords have no effect.
        case .opaque where node.kind == .scalar && surroundings.isRemark: return decoded ?? .dropped
        case .opaque?, .documentation?, .extension?, .dropped?, .unreached?, .waived?, .reported?,
            .unaccounted?:
            return surroundings.outcome
        }
    }

    /// Copies the outcomes of a schema to an equal one.
    private mutating func mirror(_ original: Node, in copy: Node) {
        // Comments include the text of the original, not of the copy.
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
    /// Derives the outcome of a container from its contents: a list from its elements, and documentation from the text
    /// that is included. Returns the best outcome below, and whether text is included.
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
        // An object without used contents is omitted because of the errors in it.
        case nil where recorder.kinds[node.id] == nil || best == .reported: outcomes[node.id] = best
        case nil, .dropped?: if isTold { outcomes[node.id] = .documentation }
        // A container of definitions is used if one of them is.
        case .unreached? where definitions.contains(node.id):
            if recorder.kinds[node.id] == nil || best == .typed { outcomes[node.id] = best ?? own }
        case .typed?, .opaque?, .documentation?, .extension?, .unreached?, .waived?, .reported?,
            .unaccounted?:
            break
        }
        return (outcomes[node.id]?.joined(with: best) ?? best, isTold)
    }

    /// Marks all losses below a node as waived, and returns whether there are any.
    private mutating func waive(_ node: Node) -> Bool {
        let isLost = [nil, .reported].contains(outcomes[node.id])
        if isLost { outcomes[node.id] = .waived }
        return node.children.reduce(isLost) { waive($1) || $0 }
    }
}

extension Node {
    /// The child nodes, except keys.
    var children: [Node] {
        kind == .mapping ? entries.map(\.value) : Array(elements)
    }
}
