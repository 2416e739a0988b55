import SourceText

/// What the enums of alternatives hold.
struct UnionLowering: LoweringPass {
    let lowering: Lowering

    func union(_ draft: TypeTable.Draft, _ schema: OpenAPI.Schema) -> API.Union {
        let branches = graph.branches(of: draft.schema)
        let scope = builder.scope(of: .unionCases)
        // What fits no alternative is called `other`.
        var taken: Set = ["other"]
        var words: [String] = []
        var cases: [API.UnionCase] = []
        var places: [API.TypeReference: Int] = [:]
        var owners: [(schema: OpenAPI.Schema.ID, branch: Int)] = []
        let keys = distinctiveKeys(of: branches)
        for branch in branches {
            let offered = caseWords(of: branch, keys: keys, by: schema.discriminator)
            let word = offered.first { !taken.contains($0.nameKey) } ?? offered[0]
            var resolved = lowering.types.resolve(
                branch, hint: hint(of: branch, word: word, in: draft.id, by: schema.discriminator))
            if builder.multipartUnions.contains(draft.schema) {
                resolved.type = resolved.type.inParts(isBytes: false, isOpen: false)
            }
            note(branch, [.limits, .title], in: draft.id)
            let place = places[resolved.type] ?? cases.count
            places[resolved.type] = place
            owners.append((branch, place))
            guard place == cases.count else { continue }
            taken.insert(word.nameKey)
            words.append(word)
            let range = graph.schemas[branch]?.range ?? schema.range
            let name = name(.unionCase, API.NameWords(word), in: scope, for: word, at: range)
            cases.append(unionCase(resolved, of: branch, named: name, by: schema.discriminator))
        }
        let profiles = graph.profiles.all(of: owners, in: draft.schema)
        return API.Union(
            cases: cases,
            plan: plan(profiles, of: schema, words: words, owners: owners),
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

    /// What a type is called that an alternative brings: the children of a base class have names of their own.
    private func hint(
        of branch: OpenAPI.Schema.ID,
        word: String,
        in parent: API.TypeID,
        by discriminator: OpenAPI.Discriminator?,
    ) -> NameHint {
        if let name = discriminator?.name(of: branch) ?? graph.componentNames[branch] {
            return NameHint(words: API.NameWords(name), parent: nil)
        }
        let words = isNamelessArray(branch) ? API.NameWords("item") : API.NameWords(member: word)
        return NameHint(words: words, parent: parent)
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

    /// Values of a mapping that mean no alternative.
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
}

// MARK: - Names of cases

extension UnionLowering {
    /// Words for the name of a case, the best first. None depends on the place among the others.
    private func caseWords(
        of branch: OpenAPI.Schema.ID,
        keys: Set<String>,
        by discriminator: OpenAPI.Discriminator?,
    ) -> [String] {
        let schemas = graph.path(from: branch).compactMap { graph.schemas[$0] }
        if let chosen = schemas.lazy.compactMap(\.annotations.swiftName).first { return [chosen.text] }
        let title = schemas.prefix { $0.reference == nil }.lazy.compactMap(\.annotations.title?.text).first
        let isShort = title.map { $0.split(separator: " ").count <= 4 } ?? false
        let name =
            schemas.lazy.compactMap(\.reference?.name).first
            ?? discriminator?.name(of: branch) ?? graph.componentNames[branch]
        let object = graph.profiles.all(of: graph.end(of: branch)).first?.object ?? Profile.Object()
        let constants = constants(in: object, discriminator) + onlyConstant(of: branch)
        let key = (object.required + object.names).first(where: keys.contains)
        let words = [isShort ? title : nil, name] + constants + [key, typeWord(of: branch)]
        return words.compactMap(\.self)
    }

    /// The names of members that only one of several schemas knows.
    private func distinctiveKeys(of branches: [OpenAPI.Schema.ID]) -> Set<String> {
        var counts: [String: Int] = [:]
        for branch in branches {
            for name in Set(graph.profiles.all(of: graph.end(of: branch)).flatMap(\.object.names)) {
                counts[name, default: 0] += 1
            }
        }
        return Set(counts.filter { $0.value == 1 }.keys)
    }

    private func constants(in object: Profile.Object, _ discriminator: OpenAPI.Discriminator?) -> [String] {
        let names = [discriminator?.property.value].compactMap(\.self) + object.required
        return names.compactMap { name in
            let constants = object.properties[name].map(graph.profiles.constants) ?? []
            // What is true or false says little: other members say more.
            if case .boolean? = constants.first { return nil }
            return constants.count == 1 ? constants[0].word : nil
        }
    }

    private func onlyConstant(of id: OpenAPI.Schema.ID) -> [String] {
        let constants = graph.profiles.constants(of: id)
        return constants.count == 1 ? [constants[0].word] : []
    }

    private func isNamelessArray(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = graph.schemas[id], schema.reference == nil else { return false }
        if case .array = graph.shape(of: id) { return schema.annotations.title == nil }
        return false
    }

    /// What a value is, where nothing names it: `string`, `integerArray`.
    private func typeWord(of id: OpenAPI.Schema.ID) -> String {
        switch graph.shape(of: graph.end(of: id)) {
        case .array(let items):
            let element = items.flatMap { item in
                graph.path(from: item).lazy.compactMap { graph.schemas[$0]?.reference?.name }.first
            }
            return (element ?? items.map(typeWord) ?? "value") + " array"
        case .dictionary: return "object"
        case .scalar(let scalar): return scalar.facts.word
        case .enumeration: return "string"
        case .integerEnumeration: return "integer"
        case .record, .reference, .single, .union: return "object"
        }
    }
}

extension OpenAPI.Discriminator {
    /// The name of a schema that the mapping refers to itself, as that of a base class does.
    fileprivate func name(of schema: OpenAPI.Schema.ID) -> String? {
        mapping.first { $0.schema == schema }?.name
    }
}

extension API.Constant {
    fileprivate var word: String {
        switch self {
        case .text(let text), .number(let text): text
        case .boolean(let value): value ? "true" : "false"
        }
    }
}
