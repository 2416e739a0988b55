import APIGenJSONPath
import APIGenSourceText
import APIGenYAML

/// The diagnostics for overlays.
extension Diagnostic {
    static func overlayVersion(_ version: String, at node: Node) -> Diagnostic {
        Diagnostic(
            code: "unsupported-version",
            "version \(version) of overlays is not supported; 1.0.0 is",
            at: node.range,
        )
    }

    static func noActions(_ list: Node) -> Diagnostic {
        Diagnostic(code: "idle-overlay", "an overlay needs at least one action", at: list.range)
    }

    static func idleAction(_ action: Node) -> Diagnostic {
        Diagnostic(
            code: "idle-overlay",
            "the action changes nothing; give it an 'update', or 'remove: true'",
            at: action.range,
        )
    }

    static func unusedOverlay(_ extends: OpenAPI.Located<String>, files: [String]) -> Diagnostic {
        Diagnostic(
            code: "unused-overlay",
            "'\(extends.value)' is no file of the document\(Suggestion.phrase(for: extends.value, among: files))",
            at: extends.range,
        )
    }
}

// MARK: - Targets

extension Diagnostic {
    static func invalidTarget(_ node: Node, for error: PathError) -> Diagnostic {
        Diagnostic(
            code: "invalid-target",
            error.message,
            at: node.range(of: error.range),
        )
    }

    static func targetSelectsNothing(_ action: Overlay.Action, after end: PathQuery.DeadEnd?) -> Diagnostic {
        let reason = end?.name.map { name in
            ": there is no '\(name)'\(Suggestion.phrase(for: name, among: end?.names ?? []))"
        }
        return Diagnostic(
            code: "target-selects-nothing",
            "the target selects nothing\(reason ?? ": nothing passes this part of it")",
            at: end.map { action.targetNode.range(of: $0.range) } ?? action.targetNode.range,
        )
    }

    static func targetIsDocument(_ action: Overlay.Action) -> Diagnostic {
        Diagnostic(
            code: "invalid-target",
            "this would remove the whole document",
            at: action.targetNode.range,
        )
    }

    static func targetIsScalar(_ target: Node, of action: Overlay.Action) -> Diagnostic {
        Diagnostic(
            code: "invalid-target",
            "the target selects \(target.phrase), and an update is for mappings and sequences; "
                + "select what holds it",
            at: action.targetNode.range,
            notes: [Note("it is here", at: target.range)],
        )
    }
}

// MARK: - Updates

extension Diagnostic {
    static func updateIsNoMapping(_ update: Node, of target: Node) -> Diagnostic {
        Diagnostic(
            code: "incompatible-update",
            "the target is a mapping, and the update of one is a mapping; this is \(update.phrase)",
            at: update.range,
            notes: [Note("the target is here", at: target.range)],
        )
    }

    static func incompatibleUpdate(_ update: Node, of target: Node) -> Diagnostic {
        Diagnostic(
            code: "incompatible-update",
            "\(update.phrase) cannot be merged with \(target.phrase); remove that first, in an action before this",
            at: update.range,
            notes: [Note("this is there now", at: target.range)],
        )
    }
}

extension Node {
    /// The source range of a part of a scalar's text, or of the whole scalar if it contains escapes or folded lines.
    fileprivate func range(of part: Range<Int>) -> SourceRange {
        let length = text?.unicodeScalars.count ?? 0
        // The scalar is plain, or in quotes without escapes.
        guard let before = [0, 1].first(where: { range.length == length + 2 * $0 }) else { return range }
        return SourceRange(
            file: range.file,
            line: range.line,
            column: range.column + before + part.lowerBound,
            length: part.count,
        )
    }
}
