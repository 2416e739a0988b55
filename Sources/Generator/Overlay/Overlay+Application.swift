import JSONPath
import SourceText
import YAML

extension Overlay: DocumentPatch {
    /// The document with all changes, each made to the result of the one before.
    func applied(to root: Node, diagnostics: inout Diagnostics) -> Node {
        var root = root
        for action in actions {
            var application = OverlayApplication(action: action, diagnostics: diagnostics)
            let draft = application.draft(changing: root)
            diagnostics = application.diagnostics
            guard let draft else { continue }
            // What has grown too large is not searched for more to change.
            guard let changed = draft.document(replacing: root, diagnostics: &diagnostics) else { break }
            root = changed
        }
        return root
    }
}

/// Carries out one action.
private struct OverlayApplication {
    /// The places to change, as a tree of the ways to them.
    private struct Targets {
        var isTarget = false
        /// By the position of a child.
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

    /// What the document becomes; `nil` if the action cannot be carried out, which was then reported.
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

    /// What becomes of a node; `nil` if it is removed. Targets within targets are changed first.
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

/// What an update makes of a target (Overlay 1.0.0, section 4.4.3.1, as the later version 1.1.0 spells it out).
extension OverlayApplication {
    /// A mapping takes the entries of the update; a sequence takes it as one element more.
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
