import APIPatterns
import APIGenSourceText
import APIGenYAML

/// Caches which patterns the runtime supports: documents repeat patterns, and compiling them is slow.
struct PatternCheck {
    private var known: [String: Bool] = [:]

    mutating func isCheckable(_ pattern: String) -> Bool {
        if let known = known[pattern] { return known }
        let isCheckable = Pattern(pattern) != nil
        known[pattern] = isCheckable
        return isCheckable
    }
}

extension SpecDecoder {
    /// A pattern that the runtime can check; `nil` after a diagnostic for others.
    mutating func checkedPattern(_ node: Node?) -> OpenAPI.Located<String>? {
        guard let pattern = locatedText(node), let node else { return nil }
        guard !patterns.isCheckable(pattern.value) else { return pattern }
        diagnostics.report(.uncheckedPattern(pattern.value, at: node))
        return nil
    }

    /// The documented constraint for a pattern that the runtime cannot check.
    mutating func uncheckedPattern(_ node: Node?) -> OpenAPI.Schema.Rule? {
        guard let node, let text = node.text, !node.isNull, !patterns.isCheckable(text) else {
            return nil
        }
        return OpenAPI.Schema.Rule(.limit(.pattern), at: node)
    }
}
