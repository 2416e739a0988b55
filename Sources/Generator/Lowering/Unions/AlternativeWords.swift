import APIGenSourceText

/// The names of a union's cases and of the types of its alternatives. None of them depends on the order of
/// alternatives.
struct AlternativeWords {
    private let graph: SchemaGraph
    private let branches: [OpenAPI.Schema.ID]
    private let discriminator: OpenAPI.Discriminator?
    /// The property names that only one of the schemas declares.
    private let keys: Set<String>
    /// The constants that distinguish the alternatives.
    private let constants: [Int: String]
    /// The number of words that the names of all alternatives have in common at their start and end.
    private var shared = (first: 0, last: 0)
    /// `other` is reserved for values that match no alternative.
    private var takenByCases: Set = ["other"]
    private var takenByTypes: Set = ["other"]

    init(
        _ branches: [OpenAPI.Schema.ID],
        of union: OpenAPI.Schema.ID,
        by discriminator: OpenAPI.Discriminator?,
        _ graph: SchemaGraph,
        _ steps: Set<API.NameStep>,
    ) {
        (self.graph, self.branches, self.discriminator) = (graph, branches, discriminator)
        keys = Self.distinctiveKeys(of: branches, graph)
        let owners = branches.enumerated().map { (schema: $0.element, branch: $0.offset) }
        let profiles = graph.profiles.all(of: owners, in: union).filter { $0.type == .object }
        constants =
            steps.contains(.constants)
            ? TellingConstants(graph: graph).words(of: profiles, by: discriminator) : [:]
        if steps.contains(.alternatives) { shared = Self.shared(branches.indices.compactMap(name)) }
    }

    /// Returns a unique word for a case.
    mutating func ofCase(_ index: Int) -> String {
        Self.free(among: caseWords(index), &takenByCases)
    }

    /// Returns a unique word for the type of an alternative without a name of its own.
    mutating func ofType(_ index: Int) -> String {
        Self.free(among: typeWords(index), &takenByTypes)
    }

    /// The title of an alternative, if it is short enough for a name.
    func title(_ index: Int) -> Prose? {
        let title = schemas(index).prefix { $0.reference == nil }.lazy.compactMap(\.annotations.title).first
        return title.flatMap { $0.text.split(separator: " ").count <= 4 ? $0 : nil }
    }

    private static func free(among words: [String], _ taken: inout Set<String>) -> String {
        let word = words.first { !taken.contains($0.nameKey) } ?? words[0]
        taken.insert(word.nameKey)
        return word
    }
}

// MARK: - Words

extension AlternativeWords {
    private func caseWords(_ index: Int) -> [String] {
        if let chosen = chosen(index) { return [chosen] }
        return [constants[index], title(index)?.text, name(index).flatMap(withoutShared)].compactMap(\.self)
            + typeWords(index)
    }

    private func typeWords(_ index: Int) -> [String] {
        if let chosen = chosen(index) { return [chosen] }
        let object = graph.profiles.all(of: graph.end(of: branches[index])).first?.object ?? Profile.Object()
        let constants = constants(in: object) + onlyConstant(of: branches[index])
        let key = (object.required + object.names).first(where: keys.contains)
        return [title(index)?.text, name(index)].compactMap(\.self) + constants + [key].compactMap(\.self)
            + [typeWord(of: branches[index])]
    }

    private func schemas(_ index: Int) -> [OpenAPI.Schema] {
        graph.path(from: branches[index]).compactMap { graph.schemas[$0] }
    }

    private func chosen(_ index: Int) -> String? {
        schemas(index).lazy.compactMap(\.annotations.swiftName).first?.text
    }

    private func name(_ index: Int) -> String? {
        schemas(index).lazy.compactMap(\.reference?.name).first
            ?? discriminator?.name(of: branches[index]) ?? graph.componentNames[branches[index]]
    }

    /// A name without the words that all alternatives have in common at its start and end.
    private func withoutShared(_ name: String) -> String? {
        let words = name.nameWords.dropFirst(shared.first).dropLast(shared.last)
        let isName = words.first?.first?.isLetter == true
        return shared == (0, 0) || !isName ? nil : words.joined(separator: " ")
    }

    private static func shared(_ names: [String]) -> (first: Int, last: Int) {
        let words = names.withoutDuplicates.map { $0.nameWords.map { $0.lowercased() } }
        guard words.count > 1, let shortest = words.map(\.count).min(), shortest > 1 else { return (0, 0) }
        let first = common(words, atMost: shortest - 1)
        let last = common(words.map { $0.reversed() }, atMost: shortest - 1 - first)
        return (first, last)
    }

    private static func common(_ lists: [[String]], atMost most: Int) -> Int {
        (0..<most).first { index in Set(lists.map { $0[index] }).count > 1 } ?? most
    }

    /// The property names that only one of the schemas declares.
    private static func distinctiveKeys(
        of branches: [OpenAPI.Schema.ID], _ graph: SchemaGraph,
    ) -> Set<String> {
        var counts: [String: Int] = [:]
        for branch in branches {
            for name in Set(graph.profiles.all(of: graph.end(of: branch)).flatMap(\.object.names)) {
                counts[name, default: 0] += 1
            }
        }
        return Set(counts.filter { $0.value == 1 }.keys)
    }

    private func constants(in object: Profile.Object) -> [String] {
        let names = [discriminator?.property.value].compactMap(\.self) + object.required
        return names.compactMap { name in
            let constants = object.properties[name].map(graph.profiles.constants) ?? []
            // A Boolean constant is not distinctive; other members are.
            if case .boolean? = constants.first { return nil }
            return constants.count == 1 ? constants[0].word : nil
        }
    }

    private func onlyConstant(of id: OpenAPI.Schema.ID) -> [String] {
        let constants = graph.profiles.constants(of: id)
        return constants.count == 1 ? [constants[0].word] : []
    }

    /// A word for the type of a value without a name: `string`, `integerArray`.
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
    /// The name of a schema that the mapping itself refers to, as that of a base schema does.
    func name(of schema: OpenAPI.Schema.ID) -> String? {
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
