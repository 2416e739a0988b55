import APIGenJSONPath
import APIGenSourceText
import APIGenYAML

extension Overlay: DocumentPatch {
    /// Returns the document with all actions applied in sequence, each to the result of the previous one.
    func applied(to root: Node, diagnostics: inout Diagnostics) -> Node {
        var root = root
        for action in actions {
            var application = OverlayApplication(action: action, diagnostics: diagnostics)
            let draft = application.draft(changing: root)
            diagnostics = application.diagnostics
            guard let draft else { continue }
            // Stops if the document has become too large.
            guard let changed = draft.document(replacing: root, diagnostics: &diagnostics) else { break }
            root = changed
        }
        return root
    }
}

/// Carries out one action.
private struct OverlayApplication {
    /// The nodes selected by the target, as a tree of paths from the root.
    private struct Targets {
        var isTarget = false
        /// The descendants that are targets, by the index of the child.
        var below: [Int: Targets] = [:]

        mutating func insert(_ location: ArraySlice<Int>) {
            guard let position = location.first else {
                isTarget = true
                return
            }
            below[position, default: Targets()].insert(location.dropFirst())
        }
    }

    let action: Overlay.Action
    var diagnostics: Diagnostics

    /// The changed document; `nil` after a diagnostic if the action cannot be applied.
    mutating func draft(changing root: Node) -> Draft? {
        let matches = action.target.select(in: root)
        guard !matches.isEmpty else {
            diagnostics.report(.targetSelectsNothing(action, after: action.target.deadEnd(in: root)))
            return nil
        }
        var targets = Targets()
        for match in matches { targets.insert(match.location[...]) }
        let draft = changed(root, by: targets)
        if draft == nil { diagnostics.report(.targetIsDocument(action)) }
        return draft
    }

    /// The changed node; `nil` if it is removed. Targets inside other targets are changed first.
    private mutating func changed(_ node: Node, by targets: Targets) -> Draft? {
        if case .remove = action.change, targets.isTarget { return nil }
        let draft = targets.below.isEmpty ? .node(node) : changedBelow(node, by: targets)
        guard case .update(let update) = action.change, targets.isTarget else { return draft }
        return updated(draft, by: update)
    }

    private mutating func changedBelow(_ node: Node, by targets: Targets) -> Draft {
        if node.kind == .sequence {
            let elements = node.elements.enumerated().compactMap { position, element in
                targets.below[position].map { changed(element, by: $0) } ?? .node(element)
            }
            return .sequence(elements, at: node)
        }
        let entries = node.entries.enumerated().compactMap { position, entry in
            let value = targets.below[position].map { changed(entry.value, by: $0) } ?? .node(entry.value)
            return value.map { (entry.key, $0) }
        }
        return .mapping(entries, at: node)
    }
}

/// Merging an update into a target (Overlay 1.0.0, section 4.4.3.1, as clarified in version 1.1.0).
extension OverlayApplication {
    /// Merges the entries of the update into a mapping, or appends the update to a sequence.
    private mutating func updated(_ target: Draft, by update: Node) -> Draft {
        switch target.origin.kind {
        case .mapping where update.kind == .mapping: return merged(target, with: update)
        case .mapping: diagnostics.report(.updateIsNoMapping(update, of: target.origin))
        case .sequence: return .sequence(target.elements + [.node(update)], at: target.origin)
        case .scalar: diagnostics.report(.targetIsScalar(target.origin, of: action))
        }
        return target
    }

    private mutating func merged(_ target: Draft, with update: Node) -> Draft {
        switch (target.origin.kind, update.kind) {
        case (.mapping, .mapping): return .mapping(entries(of: target, with: update), at: target.origin)
        case (.sequence, .sequence):
            return .sequence(target.elements + update.elements.map { .node($0) }, at: target.origin)
        case (.scalar, .scalar): return .node(update)
        default:
            diagnostics.report(.incompatibleUpdate(update, of: target.origin))
            return target
        }
    }

    private mutating func entries(of target: Draft, with update: Node) -> [(key: Node, value: Draft)] {
        let own = target.entries.map { entry in
            let change = entry.key.text.flatMap { update[$0] }
            return (entry.key, change.map { merged(entry.value, with: $0) } ?? entry.value)
        }
        let names = own.compactMap { $0.0.text }.exact
        let new = update.entries.filter { !names.contains(($0.key.text ?? "").exact) }
        return own + new.map { ($0.key, .node($0.value)) }
    }
}

extension Draft {
    fileprivate var elements: [Draft] {
        switch self {
        case .node(let node): node.elements.map { .node($0) }
        case .sequence(let elements, at: _): elements
        case .mapping: []
        }
    }

    fileprivate var entries: [(key: Node, value: Draft)] {
        switch self {
        case .node(let node): node.entries.map { ($0.key, .node($0.value)) }
        case .mapping(let entries, at: _): entries
        case .sequence: []
        }
    }
}
