import SourceText
import YAML

extension SpecDecoder {
    /// Reports the keywords that hold for values of other types than the schema allows (JSON Schema 2020-12, section
    /// 7.6.1): each of them is left out, or stands in the wrong place.
    mutating func reportPointless(_ object: ObjectFields, for types: [OpenAPI.Schema.TypeName]) {
        guard !types.isEmpty else { return }
        for (key, value) in object.node.entries.map({ ($0.key, $0.value) }) {
            guard let keyword = key.text.flatMap(Keyword.init), let subjects = keyword.subjects else {
                continue
            }
            // `required: true` is meant for the property, and wrong in another way.
            guard keyword != .shape(.required) || value.kind == .sequence else { continue }
            if subjects.isDisjoint(with: types) { diagnostics.report(.pointlessKeyword(key, for: types)) }
        }
    }
}
