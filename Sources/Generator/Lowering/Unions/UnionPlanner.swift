import SourceText

/// Finds out how to tell the cases of a union apart. It prefers what can be proven of every value to what has to be
/// tried: a declared discriminator, another property with constants, the JSON type, members that only one case has,
/// and only then one case after the other.
struct UnionPlanner {
    /// What a reader of the document should know.
    enum Finding {
        /// One value of a discriminator stands for several cases.
        case sharedValue(API.Constant, [Int])
        /// A document that fits two cases.
        case ambiguous(example: String, Int, Int)
    }

    let lowering: Lowering
    let discriminator: OpenAPI.Discriminator?
    /// What is left to values that fit nothing else.
    let fallback: API.DecodePlan
    private(set) var findings: [Finding] = []

    init(_ lowering: Lowering, _ discriminator: OpenAPI.Discriminator?, _ profiles: [Profile]) {
        self.lowering = lowering
        self.discriminator = discriminator
        fallback = profiles.first { $0.type == nil }.map { .take($0.branch) } ?? .other
    }

    mutating func plan(_ profiles: [Profile]) -> API.DecodePlan {
        let types = profiles.compactMap(\.type).withoutDuplicates
        guard types.count != 1 || profiles.contains(where: { $0.type == nil }) else {
            return plan(profiles, of: types[0])
        }
        let branches = types.map { type in
            (type: type, plan: plan(profiles.filter { $0.type == type }, of: type))
        }
        return branches.isEmpty ? fallback : .byType(branches, otherwise: fallback)
    }

    private mutating func plan(_ profiles: [Profile], of type: API.JSONType) -> API.DecodePlan {
        if let only = profiles.onlyBranch {
            // Where anything goes, what does not fit is no mistake.
            return fallback.isOther ? .take(only) : .inOrder([only], otherwise: fallback)
        }
        switch type {
        case .string: return planTexts(profiles)
        case .object: return planDeclared(profiles) ?? planObjects(profiles, without: [])
        case .array, .number, .boolean: return planInOrder(profiles)
        }
    }

    /// Listed texts by their values, formats by trying, and what is left is any text.
    private func planTexts(_ profiles: [Profile]) -> API.DecodePlan {
        var listed: [(texts: [API.Constant], plan: API.DecodePlan)] = []
        var formatted: [Int] = []
        var otherwise = fallback
        for profile in profiles {
            switch profile.content {
            case .text(.listed(let values)): listed.append((values, .take(profile.branch)))
            case .text(.formatted): formatted.append(profile.branch)
            default: otherwise = .take(profile.branch)
            }
        }
        let rest = formatted.isEmpty ? otherwise : .inOrder(formatted, otherwise: otherwise)
        return listed.isEmpty ? rest : .byText(listed, otherwise: rest)
    }

    /// Objects, without the properties that have been looked at already.
    mutating func planObjects(_ profiles: [Profile], without used: Set<String>) -> API.DecodePlan {
        if let only = profiles.onlyBranch { return .take(only) }
        return planTagged(profiles, without: used) ?? planByPresence(profiles)
    }
}

// MARK: - Discriminators

extension UnionPlanner {
    /// By the discriminator that the document declares.
    private mutating func planDeclared(_ profiles: [Profile]) -> API.DecodePlan? {
        guard let discriminator else { return nil }
        let name = discriminator.property.value
        let tagged = profiles.map { (profile: $0, values: lowering.values(of: $0, discriminator)) }
        let known = tagged.filter { !$0.values.isEmpty }
        guard !known.isEmpty else { return nil }
        let rest = tagged.filter(\.values.isEmpty).map(\.profile)
        let standard = discriminator.fallback.flatMap { id in profiles.first { $0.path.contains(id) } }
        let otherwise =
            standard.map { API.DecodePlan.take($0.branch) }
            ?? (rest.isEmpty ? fallback : planObjects(rest, without: [name]))
        return .byMember(name, groups(known, name, isDeclared: true), otherwise: otherwise)
    }

    /// By a property that the cases have with different constants, though no discriminator says so.
    private mutating func planTagged(_ profiles: [Profile], without used: Set<String>) -> API.DecodePlan? {
        let names = profiles.flatMap { profile in
            [profile.tag?.member].compactMap(\.self) + profile.object.required
                + profile.object.names
        }
        var best: (name: String, tagged: [(profile: Profile, values: [API.Constant])])?
        for name in names.withoutDuplicates where !used.contains(name) {
            let tagged = tagged(profiles, name)
            guard tagged.map(\.profile).onlyBranch == nil, tagged.count > best?.tagged.count ?? 1,
                isTelling(tagged, among: profiles, name)
            else { continue }
            best = (name, tagged)
        }
        guard let best else { return nil }
        let rest = profiles.filter { profile in
            lowering.constants(of: best.name, in: profile).isEmpty
                || (profile.tag?.member != best.name && !profile.object.required.contains(best.name))
        }
        let isProgress = rest.count < profiles.count
        let otherwise =
            rest.isEmpty || !isProgress ? fallback : planObjects(rest, without: used.union([best.name]))
        return .byMember(best.name, groups(best.tagged, best.name, isDeclared: false), otherwise: otherwise)
    }

    private func tagged(
        _ profiles: [Profile],
        _ name: String,
    ) -> [(profile: Profile, values: [API.Constant])] {
        profiles.compactMap { profile in
            let values = lowering.constants(of: name, in: profile)
            return values.isEmpty ? nil : (profile, values)
        }
    }

    /// Whether the constants tell cases apart, and nothing but these cases has the property.
    private func isTelling(
        _ tagged: [(profile: Profile, values: [API.Constant])],
        among profiles: [Profile],
        _ name: String,
    ) -> Bool {
        let owned = profiles.filter { $0.object.properties[name] != nil || $0.tag?.member == name }
        guard owned.count == tagged.count else { return false }
        var owners: [API.Constant: Int] = [:]
        for (profile, values) in tagged {
            for value in values {
                guard owners[value] == nil || owners[value] == profile.branch else { return false }
                owners[value] = profile.branch
            }
        }
        return true
    }

    /// The cases that each value stands for; values of the same cases together.
    private mutating func groups(
        _ tagged: [(profile: Profile, values: [API.Constant])],
        _ name: String,
        isDeclared: Bool,
    ) -> [(values: [API.Constant], plan: API.DecodePlan)] {
        let values = tagged.flatMap(\.values).withoutDuplicates
        var groups: [(values: [API.Constant], profiles: [Int])] = []
        for value in values {
            let owners = tagged.indices.filter { tagged[$0].values.contains(value) }
            if let index = groups.firstIndex(where: { $0.profiles == owners }) {
                groups[index].values.append(value)
            } else {
                groups.append(([value], owners))
            }
        }
        return groups.map { group in
            let profiles = group.profiles.map { tagged[$0].profile }
            let branches = profiles.map(\.branch).withoutDuplicates
            if isDeclared, branches.count > 1 { findings.append(.sharedValue(group.values[0], branches)) }
            return (group.values, planObjects(profiles, without: [name]))
        }
    }
}

// MARK: - Members

extension UnionPlanner {
    /// By members that only one of the cases that are left has.
    private mutating func planByPresence(_ profiles: [Profile]) -> API.DecodePlan {
        var rest = profiles
        var tests: [(members: [String], plan: API.DecodePlan)] = []
        while rest.onlyBranch == nil, let (index, name) = distinguished(among: rest) {
            let branch = rest.remove(at: index).branch
            // Alternatives of a union inside this one may have the member in common.
            rest.removeAll { $0.branch == branch && $0.object.required.contains(name) }
            tests.append(([name], .take(branch)))
        }
        let otherwise: API.DecodePlan
        if let last = rest.onlyBranch {
            let needed = rest.count == 1 ? rest[0].object.required : []
            if needed.isEmpty {
                otherwise = .take(last)
            } else {
                tests.append((needed, .take(last)))
                otherwise = fallback
            }
        } else {
            otherwise = planInOrder(rest)
        }
        return tests.isEmpty ? otherwise : .byPresence(tests, otherwise: otherwise)
    }

    private func distinguished(among profiles: [Profile]) -> (index: Int, name: String)? {
        for (index, profile) in profiles.enumerated() {
            let others = profiles.filter { $0.branch != profile.branch }
            let name = profile.object.required.first { name in
                others.allSatisfy { $0.object.properties[name] == nil && !$0.object.required.contains(name) }
            }
            if let name { return (index, name) }
        }
        return nil
    }
}

// MARK: - Order

extension UnionPlanner {
    /// One after the other, such that a value of one case cannot be taken for one of an earlier case, as far as that
    /// can be told; else what asks for most comes first.
    private mutating func planInOrder(_ profiles: [Profile]) -> API.DecodePlan {
        var rest = profiles
        var order: [Int] = []
        var isReported = false
        while !rest.isEmpty {
            let safe = rest.indices.first { index in
                rest.allSatisfy { $0.branch == rest[index].branch || !canTake(rest[index], valuesOf: $0) }
            }
            let index = safe ?? mostDemanding(of: rest)
            let next = rest.remove(at: index)
            order.append(next.branch)
            guard safe == nil, !isReported else { continue }
            isReported = reportOverlap(of: next, with: rest)
        }
        return .inOrder(order.withoutDuplicates, otherwise: fallback)
    }

    private func mostDemanding(of profiles: [Profile]) -> Int {
        let demands = profiles.map { ($0.object.required.count, $0.object.properties.count) }
        return demands.indices.reduce(0) { demands[$1] > demands[$0] ? $1 : $0 }
    }

    private mutating func reportOverlap(of profile: Profile, with others: [Profile]) -> Bool {
        for other in others where other.branch != profile.branch {
            guard let example = Overlap(lowering).example(profile, other) else { continue }
            findings.append(.ambiguous(example: example, profile.branch, other.branch))
            return true
        }
        return false
    }

    /// Whether decoding `profile` might succeed on a value of `other`.
    private func canTake(_ profile: Profile, valuesOf other: Profile) -> Bool {
        let isLacking = profile.object.required.contains { name in
            other.object.properties[name] == nil && !other.object.required.contains(name)
        }
        return !isLacking && Overlap(lowering).example(profile, other) != nil
    }
}

extension API.DecodePlan {
    fileprivate var isOther: Bool {
        if case .other = self { true } else { false }
    }
}

extension [Profile] {
    /// The case, if all are of one.
    fileprivate var onlyBranch: Int? {
        guard let first, allSatisfy({ $0.branch == first.branch }) else { return nil }
        return first.branch
    }
}

extension Array where Element: Hashable {
    var withoutDuplicates: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [String] {
    /// Texts of documents, which are compared by their code points.
    var withoutDuplicates: [String] { map(\.exact).withoutDuplicates.map(\.text) }
}
