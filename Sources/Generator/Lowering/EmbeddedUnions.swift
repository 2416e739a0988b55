import APIGenSourceText
import APIGenYAML

extension UnionLowering {
    /// The alternatives next to properties, or in a part of an `allOf`: the record has a property for each such union,
    /// whose own properties are in the same JSON object.
    func embeddedUnions(
        of parts: [OpenAPI.Schema.ID],
        draft: TypeTable.Draft,
        homes: [OpenAPI.Schema.ID: API.TypeID],
        scope: API.NameScope,
    ) -> [API.EmbeddedUnion] {
        var unions: [API.EmbeddedUnion] = []
        for part in parts where isEmbedded(part, in: draft) {
            guard let schema = graph.schemas[part] else { continue }
            let isWhole = graph.shape(of: part).isUnion
            let word = embeddedName(of: part, in: parts, isWhole: isWhole) ?? "alternative"
            if isWhole { lowering.types.note(schema.annotations.title, naming: word, in: draft.id) }
            let hint = NameHint(words: API.NameWords(word), parent: homes[part] ?? draft.id)
            let type =
                isWhole
                ? lowering.types.resolve(part, hint: hint).type
                : .named(lowering.types.declare(part, as: .alternatives, schema, hint))
            let name = name(.alternatives, API.NameWords(word), in: scope, for: word, at: schema.range)
            unions.append(
                API.EmbeddedUnion(
                    name: name,
                    type: type,
                    members: graph.profiles.members(of: part),
                    description: isWhole ? schema.annotations.description : nil,
                ))
        }
        return unions
    }

    /// Whether a part contributes an embedded union. The subtypes of a base schema are not alternatives of one of these
    /// subtypes.
    func isEmbedded(_ part: OpenAPI.Schema.ID, in draft: TypeTable.Draft) -> Bool {
        guard let schema = graph.schemas[part], graph.alternatives(of: schema).count > 1 else { return false }
        return !graph.branches(of: part).contains { graph.end(of: $0) == draft.schema }
    }

    private func embeddedName(
        of part: OpenAPI.Schema.ID,
        in parts: [OpenAPI.Schema.ID],
        isWhole: Bool,
    ) -> String? {
        let schema = graph.schemas[part]
        if let chosen = schema?.annotations.swiftName, isWhole { return chosen.text }
        let references = parts.compactMap { graph.schemas[$0]?.reference }
        let name = references.first { $0.target == part }?.name
        return isWhole ? name ?? schema?.annotations.title?.text : name
    }
}
