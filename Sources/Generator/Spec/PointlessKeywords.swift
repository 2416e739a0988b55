import SourceText
import YAML

extension SpecDecoder {
    /// Reports the keywords that hold for values of other types than the schema allows (JSON Schema 2020-12, section
    /// 7.6.1): each of them is left out, or stands in the wrong place.
    mutating func reportPointless(_ object: ObjectFields, for types: [OpenAPI.Schema.TypeName]) {
        guard !types.isEmpty else { return }
        for (key, value) in object.node.entries.map({ ($0.key, $0.value) }) {
            guard let name = key.text, let subjects = PointlessKeywords.subjects[name] else { continue }
            // `required: true` is meant for the property, and wrong in another way.
            guard name != "required" || value.kind == .sequence else { continue }
            if subjects.isDisjoint(with: types) { diagnostics.report(.pointlessKeyword(key, for: types)) }
        }
    }
}

private enum PointlessKeywords {
    /// The types that a keyword says something of.
    static let subjects: [String: Set<OpenAPI.Schema.TypeName>] = [
        "properties": [.object], "required": [.object], "additionalProperties": [.object],
        "patternProperties": [.object], "minProperties": [.object], "maxProperties": [.object],
        "items": [.array], "prefixItems": [.array], "minItems": [.array], "maxItems": [.array],
        "uniqueItems": [.array], "minLength": [.string], "maxLength": [.string], "pattern": [.string],
        "minimum": [.integer, .number], "maximum": [.integer, .number],
        "exclusiveMinimum": [.integer, .number],
        "exclusiveMaximum": [.integer, .number], "multipleOf": [.integer, .number],
    ]
}
