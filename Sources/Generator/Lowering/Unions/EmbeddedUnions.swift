import SourceText

extension Lowering {
    /// The alternatives that stand beside properties, or in a part of an allOf: a record keeps each in a property of
    /// its own, whose members stand among those of the record.
    mutating func embeddedUnions(
        _ parts: [OpenAPI.Schema.ID],
        _ draft: TypeTable.Draft,
        _ homes: [OpenAPI.Schema.ID: API.TypeID],
        _ names: inout NameScope,
    ) -> [API.EmbeddedUnion] {
        var unions: [API.EmbeddedUnion] = []
        for part in parts where isEmbedded(part, in: draft) {
            guard let schema = document.schemas[part] else { continue }
            let isWhole = shape(of: part).isUnion
            note(part, isWhole ? .title : [], in: draft.id)
            let word = embeddedName(of: part, in: parts, isWhole: isWhole) ?? "alternative"
            let hint = NameHint(word: word, parent: homes[part] ?? draft.id)
            let type =
                isWhole
                ? resolve(part, hint: hint).type : .named(declare(part, as: .alternatives, schema, hint))
            let name = name(SwiftNames.member(word).text, for: word, at: schema.range, in: &names)
            unions.append(
                API.EmbeddedUnion(
                    name: name,
                    type: type,
                    members: self.members(of: part),
                    description: isWhole ? schema.annotations.description : nil,
                ))
        }
        return unions
    }

    /// The names that the alternatives know.
    func members(of part: OpenAPI.Schema.ID) -> [String] {
        let profiles = branches(of: part).flatMap { self.profiles(of: end(of: $0)) }
        return profiles.flatMap(\.object.names).withoutDuplicates
    }

    /// A base class whose alternatives are made of it offers nothing to the type that is one of them.
    func isEmbedded(_ part: OpenAPI.Schema.ID, in draft: TypeTable.Draft) -> Bool {
        guard let schema = document.schemas[part], alternatives(of: schema).count > 1 else { return false }
        return !branches(of: part).contains { end(of: $0) == draft.schema }
    }

    private func embeddedName(
        of part: OpenAPI.Schema.ID,
        in parts: [OpenAPI.Schema.ID],
        isWhole: Bool,
    ) -> String? {
        let schema = document.schemas[part]
        if let chosen = schema?.annotations.swiftName, isWhole { return chosen.text }
        let references = parts.compactMap { document.schemas[$0]?.reference }
        let name = references.first { $0.target == part }?.name
        return isWhole ? name ?? schema?.annotations.title?.text : name
    }

    /// Reports, once for a schema, what its alternatives demand and nothing checks.
    mutating func reportRules(of schema: OpenAPI.Schema) {
        let (oneOf, anyOf) = (schema.composition.oneOf, schema.composition.anyOf)
        let hasNames =
            !schema.required.isEmpty && schema.properties.isEmpty && alternatives(of: schema).count > 1
        let hasRules = areOnlyRules(oneOf) || areOnlyRules(anyOf) || hasNames
        let hasBoth = !oneOf.isEmpty && !anyOf.isEmpty
        let hasLimits = hasLimitsOfOneType(schema)
        guard hasRules || hasBoth || hasLimits, reportedRules.insert(schema.range).inserted else { return }
        let diagnostic: Diagnostic =
            hasRules
            ? .uncheckedRules(schema) : hasBoth ? .uncheckedAlternatives(schema) : .uncheckedLimits(schema)
        diagnostics.report(diagnostic)
    }

    /// Whether alternatives with limits, or with listed numbers, come down to one type, for which none of that holds.
    private func hasLimitsOfOneType(_ schema: OpenAPI.Schema) -> Bool {
        let alternatives = alternatives(of: schema)
        guard alternatives.count > 1, let shape = collapsed(alternatives) else { return false }
        return alternatives.flatMap(path).compactMap { document.schemas[$0] }.contains {
            !limits(of: $0).isEmpty || (shape.scalar != nil && !$0.values.isEmpty)
        }
    }

    /// Reports, once for a schema, a discriminator that tells nothing apart.
    mutating func reportDiscriminator(of id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) {
        guard let discriminator = schema.discriminator, alternatives(of: schema).count < 2,
            !shape(of: id).isUnion,
            reportedRules.insert(discriminator.property.range).inserted
        else { return }
        diagnostics.report(.unusedDiscriminator(discriminator))
    }
}
