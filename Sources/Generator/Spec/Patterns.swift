import Patterns
import SourceText
import YAML

extension SpecDecoder {
    /// A pattern that the runtime can check; any other is reported and told.
    mutating func checkedPattern(_ node: Node?) -> OpenAPI.Located<String>? {
        guard let pattern = locatedText(node), let node else { return nil }
        guard !isCheckable(pattern.value) else { return pattern }
        diagnostics.report(.uncheckedPattern(node, pattern.value))
        return nil
    }

    /// What is told of a pattern that cannot be checked.
    mutating func uncheckedPattern(_ node: Node?) -> OpenAPI.Schema.Rule? {
        guard let node, let text = node.text, node.scalar != .null, !isCheckable(text) else { return nil }
        return OpenAPI.Schema.Rule("pattern", node)
    }

    /// Documents repeat their patterns, and to compile one takes its time.
    private mutating func isCheckable(_ pattern: String) -> Bool {
        if let known = checkablePatterns[pattern] { return known }
        let isCheckable = Pattern(pattern) != nil
        checkablePatterns[pattern] = isCheckable
        return isCheckable
    }
}
