import APIGenSourceText
import APIGenYAML

extension SpecDecoder {
    /// Reports keywords that do not apply to any of the schema's types (JSON Schema 2020-12, section 7.6.1): they have
    /// no effect, and are probably misplaced.
    mutating func reportPointless(_ object: ObjectFields, for types: [OpenAPI.Schema.TypeName]) {
        guard !types.isEmpty else { return }
        for (key, value) in object.node.entries.map({ ($0.key, $0.value) }) {
            guard let keyword = key.text.flatMap(Keyword.init), let subjects = keyword.subjects else {
                continue
            }
            // `required: true` in a property is another mistake, which is reported elsewhere.
            guard keyword != .shape(.required) || value.kind == .sequence else { continue }
            if !subjects.contains(where: types.contains) {
                diagnostics.report(.pointlessKeyword(key, for: types))
            }
        }
    }
}
