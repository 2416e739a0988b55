import APIGenSourceText
import APIGenYAML

/// Lowers unions.
struct UnionLowering: LoweringPass {
    let lowering: Lowering

    func union(_ draft: TypeTable.Draft, _ schema: OpenAPI.Schema) -> API.Union {
        let branches = graph.branches(of: draft.schema)
        let scope = builder.scope(of: .unionCases)
        var words: [String] = []
        var cases: [API.UnionCase] = []
        var places: [API.TypeReference: Int] = [:]
        var owners: [(schema: OpenAPI.Schema.ID, branch: Int)] = []
        var naming = AlternativeWords(
            branches, of: draft.schema, by: schema.discriminator, graph, builder.config.nameSteps)
        for (index, branch) in branches.enumerated() {
            let title = naming.title(index)
            let hint = hint(
                of: branch, word: naming.ofType(index), title: title, in: draft.id, by: schema.discriminator)
            var resolved = lowering.types.resolve(branch, hint: hint)
            if builder.multipartUnions.contains(draft.schema) {
                resolved.type = resolved.type.inParts(isBytes: false, isOpen: false)
            }
            note(resolved.reading, as: .limits, in: draft.id)
            let place = places[resolved.type] ?? cases.count
            places[resolved.type] = place
            owners.append((branch, place))
            guard place == cases.count else { continue }
            let word = naming.ofCase(index)
            words.append(word)
            lowering.types.note(title, naming: word, in: draft.id)
            let range = graph.schemas[branch]?.range ?? schema.range
            let name = name(.unionCase, API.NameWords(word), in: scope, for: word, at: range)
            cases.append(unionCase(resolved, of: branch, named: name, by: schema.discriminator))
        }
        note(branches, of: draft)
        let profiles = graph.profiles.all(of: owners, in: draft.schema)
        let plan = plan(profiles, of: schema, words: words, owners: owners)
        note(profiles, of: schema, toldBy: plan.members, in: draft.id)
        return API.Union(
            cases: cases,
            plan: plan,
            isOpen: !profiles.contains { $0.type == nil },
        )
    }

    private func unionCase(
        _ resolved: ResolvedSchema,
        of branch: OpenAPI.Schema.ID,
        named name: API.Name,
        by discriminator: OpenAPI.Discriminator?,
    ) -> API.UnionCase {
        API.UnionCase(
            name: name,
            type: resolved.type,
            limits: resolved.limits,
            values: graph.values.untold(resolved.values, of: branch),
            rules: resolved.rules,
            description: resolved.description,
            tag: tag(of: branch, discriminator),
        )
    }

    private func note(_ branches: [OpenAPI.Schema.ID], of draft: TypeTable.Draft) {
        guard recorder != nil else { return }
        note(unionReading(of: draft.schema, into: branches), as: .limits, in: draft.id)
    }

    /// Records the constants of the properties that distinguish the alternatives.
    private func note(
        _ profiles: [Profile],
        of schema: OpenAPI.Schema,
        toldBy members: Set<String>,
        in union: API.TypeID,
    ) {
        // A mapping lists them itself.
        guard recorder != nil, schema.discriminator?.mapping.isEmpty ?? true else { return }
        var reading = SchemaReading()
        let properties = profiles.map(\.object.properties).flatMap { all in members.compactMap { all[$0] } }
        for step in properties.flatMap(graph.path) {
            for keyword in ["enum", "const"] {
                reading.add(graph.schemas[step]?.node?[keyword], as: .cases)
            }
        }
        note(reading, in: union)
    }

    /// The name for the type of an alternative. Subtypes of a base schema have names of their own.
    private func hint(
        of branch: OpenAPI.Schema.ID,
        word: String,
        title: Prose?,
        in parent: API.TypeID,
        by discriminator: OpenAPI.Discriminator?,
    ) -> NameHint {
        if let name = discriminator?.name(of: branch) ?? graph.componentNames[branch] {
            return NameHint(words: API.NameWords(name), parent: nil)
        }
        let words = isNamelessArray(branch) ? API.NameWords("item") : API.NameWords(member: word)
        return NameHint(words: words, parent: parent, title: title?.text == word ? title : nil)
    }

    private func plan(
        _ profiles: [Profile],
        of schema: OpenAPI.Schema,
        words: [String],
        owners: [(schema: OpenAPI.Schema.ID, branch: Int)],
    ) -> API.DecodePlan {
        var planner = UnionPlanner(graph, schema.discriminator, profiles)
        let plan = planner.plan(profiles)
        for finding in planner.findings { report(finding, of: schema, words: words) }
        let reachable = plan.cases
        for (index, word) in words.enumerated() where !reachable.contains(index) {
            let range = owners.first { $0.branch == index }.flatMap { graph.schemas[$0.schema]?.range }
            report(.unreachableAlternative(word, at: range ?? schema.range))
        }
        reportStrayMappings(of: schema.discriminator, among: owners.map(\.schema))
        return plan
    }

    private func report(
        _ finding: UnionPlanner.Finding,
        of schema: OpenAPI.Schema,
        words: [String],
    ) {
        switch finding {
        case .sharedValue(let value, of: let branches):
            let range = schema.discriminator?.property.range ?? schema.range
            report(.sharedValue(value.json, of: branches.map { words[$0] }, at: range))
        case .ambiguous(let example, let first, let second):
            report(.ambiguousUnion(schema, example, words[first], words[second]))
        }
    }

    /// Reports mapping values that refer to no alternative.
    private func reportStrayMappings(
        of discriminator: OpenAPI.Discriminator?,
        among branches: [OpenAPI.Schema.ID],
    ) {
        guard let discriminator else { return }
        let known = Set(branches.flatMap(graph.profiles.all).flatMap(\.path))
        for entry in discriminator.mapping where known.isDisjoint(with: graph.path(from: entry.schema)) {
            report(.mappingBeyondUnion(entry.value))
        }
    }

    /// The discriminator's value, for a case whose type has no property for it.
    private func tag(
        of branch: OpenAPI.Schema.ID,
        _ discriminator: OpenAPI.Discriminator?,
    ) -> API.Tag? {
        guard let discriminator else { return nil }
        let own = graph.profiles.all(of: branch)
        guard own.count == 1, case .object(let object) = own[0].content,
            object.properties[discriminator.property.value] == nil
        else { return nil }
        let values = graph.profiles.values(of: own[0], discriminator)
        return values.first.map {
            API.Tag(member: discriminator.property.value, value: $0, others: Array(values.dropFirst()))
        }
    }

    private func isNamelessArray(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = graph.schemas[id], schema.reference == nil else { return false }
        if case .array = graph.shape(of: id) { return schema.annotations.title == nil }
        return false
    }
}
