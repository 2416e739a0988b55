import APIGenSourceText

/// Plans how to decode a union. Constants are conclusive: a declared discriminator, or another property with constants.
/// Otherwise, cases are selected by JSON type and tried in order.
struct UnionPlanner {
    /// A finding to report.
    enum Finding {
        /// A discriminator value that belongs to several cases.
        case sharedValue(API.Constant, of: [Int])
        /// A document that matches two cases.
        case ambiguous(example: String, Int, Int)
    }

    let graph: SchemaGraph
    let discriminator: OpenAPI.Discriminator?
    /// The plan for values that match no case.
    let fallback: API.DecodePlan
    private(set) var findings: [Finding] = []

    init(_ graph: SchemaGraph, _ discriminator: OpenAPI.Discriminator?, _ profiles: [Profile]) {
        self.graph = graph
        self.discriminator = discriminator
        fallback = profiles.first { $0.type == nil }.map { .take($0.branch) } ?? .other
    }

    mutating func plan(_ profiles: [Profile]) -> API.DecodePlan {
        let types = profiles.compactMap(\.type).withoutDuplicates
        let branches = types.map { type in
            (type: type, plan: plan(profiles.filter { $0.type == type }, of: type))
        }
        // A plan that tries cases skips values of other types by itself.
        if branches.count == 1, isGuarded(branches[0].plan) { return branches[0].plan }
        return branches.isEmpty ? fallback : .byType(branches, otherwise: fallback)
    }

    private mutating func plan(_ profiles: [Profile], of type: API.JSONType) -> API.DecodePlan {
        switch type {
        case .string: return planTexts(profiles)
        case .object: return planDeclared(profiles) ?? planObjects(profiles, without: [])
        case .boolean: return .take(profiles[0].branch)
        case .number:
            let any = profiles.first { if case .number = $0.content { true } else { false } }
            let integers = profiles.filter { if case .integer = $0.content { true } else { false } }
            return tried(Array(integers.prefix(1)), otherwise: any.map { .take($0.branch) } ?? fallback)
        case .array: return planInOrder(profiles)
        }
    }

    /// Strings: enumerations by their values, formats by trying, then unrestricted strings.
    private func planTexts(_ profiles: [Profile]) -> API.DecodePlan {
        var listed: [(texts: [API.Constant], profile: Profile)] = []
        var formatted: [Profile] = []
        var plain: Profile?
        for profile in profiles {
            switch profile.content {
            case .text(.listed(let values)):
                let known = listed.flatMap(\.texts)
                listed.append((values.filter { !known.contains($0) }, profile))
            case .text(.formatted): formatted.append(profile)
            case .text(.plain), .any, .boolean, .integer, .number, .array, .object: plain = plain ?? profile
            }
        }
        // A string enumeration is open: if it is the only one, it accepts any other string, too.
        if listed.count == profiles.count, let only = profiles.onlyBranch, fallback.isOther {
            return .take(only)
        }
        let rest = tried(
            formatted.sorted { !graph.profiles.isLoose($0) && graph.profiles.isLoose($1) },
            otherwise: plain.map { .take($0.branch) } ?? fallback)
        let telling = listed.filter { !$0.texts.isEmpty }
        guard !telling.isEmpty else { return rest }
        return .byText(telling.map { ($0.texts, .take($0.profile.branch)) }, otherwise: rest)
    }

    /// Plans objects, except by the properties that have been used already.
    mutating func planObjects(_ profiles: [Profile], without used: Set<String>) -> API.DecodePlan {
        planTagged(profiles, without: used) ?? planInOrder(profiles)
    }

    /// Whether a plan leaves values of other JSON types to the fallback.
    private func isGuarded(_ plan: API.DecodePlan) -> Bool {
        switch plan {
        case .take(let branch): if case .take(branch) = fallback { true } else { false }
        case .other, .byType: true
        case .fitting(_, let otherwise), .byText(_, let otherwise): isGuarded(otherwise)
        case .byMember(_, _, let missing, let otherwise):
            isGuarded(missing ?? .other) && isGuarded(otherwise)
        }
    }

    /// Tries the profiles in order.
    private func tried(_ profiles: [Profile], otherwise: API.DecodePlan) -> API.DecodePlan {
        let branches = profiles.map(\.branch).withoutDuplicates
        guard !branches.isEmpty else { return otherwise }
        let own = Dictionary(grouping: profiles, by: \.branch)
        let names = branches.map { own[$0, default: []].flatMap(graph.profiles.members).withoutDuplicates }
        let common = names.dropFirst().reduce(Set(names[0])) { $0.intersection($1) }
        let attempts = zip(branches, names).map { branch, names in
            let isClosed = own[branch, default: []].contains(where: graph.profiles.isClosed)
            return API.DecodePlan.Attempt(
                branch: branch,
                names: names.filter { !common.contains($0) },
                closed: isClosed ? names : nil,
            )
        }
        return .fitting(attempts, otherwise: otherwise)
    }
}

// MARK: - Constants

extension UnionPlanner {
    /// Selects by the declared discriminator.
    private mutating func planDeclared(_ profiles: [Profile]) -> API.DecodePlan? {
        guard let discriminator else { return nil }
        let name = discriminator.property.value
        let tagged = profiles.map {
            Tagged(profile: $0, values: graph.profiles.values(of: $0, discriminator))
        }
        let known = tagged.filter { !$0.values.isEmpty }
        guard !known.isEmpty else { return nil }
        let standard = discriminator.fallback.flatMap { id in profiles.first { $0.path.contains(id) } }
        if let standard {
            return .byMember(name, groups(known, name, isDeclared: true), otherwise: .take(standard.branch))
        }
        return .byMember(
            name, groups(known, name, isDeclared: true),
            missing: planMissing(name, tagged), otherwise: planUntagged(tagged, name, []))
    }

    /// Selects by a property with different constants, without a declared discriminator.
    private mutating func planTagged(_ profiles: [Profile], without used: Set<String>) -> API.DecodePlan? {
        guard let tag = graph.profiles.tag(of: profiles, without: used) else { return nil }
        let tagged = profiles.map { profile in
            Tagged(profile: profile, values: graph.profiles.constants(of: tag.name, in: profile))
        }
        return .byMember(
            tag.name, groups(tag.cases, tag.name, isDeclared: false, used: used),
            missing: planMissing(tag.name, tagged), otherwise: planUntagged(tagged, tag.name, used))
    }

    /// The plan for values without the distinguishing property: cases that do not require it may match.
    private mutating func planMissing(_ name: String, _ tagged: [Tagged]) -> API.DecodePlan? {
        let candidates = tagged.filter { $0.mayLack(name) }
        guard candidates.contains(where: { !$0.values.isEmpty }) else { return nil }
        // Ambiguous values without it are not reported, since the document does not intend them.
        let known = findings
        defer { findings = known }
        return planInOrder(candidates.map(\.profile))
    }

    /// The plan for constants that no case lists.
    private mutating func planUntagged(
        _ tagged: [Tagged],
        _ name: String,
        _ used: Set<String>,
    ) -> API.DecodePlan {
        let rest = tagged.filter(\.values.isEmpty).map(\.profile)
        return rest.isEmpty ? fallback : planObjects(rest, without: used.union([name]))
    }

    /// The plans by constant; constants of the same cases are grouped.
    private mutating func groups(
        _ tagged: [Tagged],
        _ name: String,
        isDeclared: Bool,
        used: Set<String> = [],
    ) -> [(values: [API.Constant], plan: API.DecodePlan)] {
        tagged.grouped.map { values, owners in
            let profiles = owners.map { tagged[$0].profile }
            if let only = profiles.onlyBranch { return (values, .take(only)) }
            let branches = profiles.map(\.branch).withoutDuplicates
            if isDeclared { findings.append(.sharedValue(values[0], of: branches)) }
            return (values, planObjects(profiles, without: used.union([name])))
        }
    }
}

// MARK: - Order

extension UnionPlanner {
    /// Tries the profiles in the order of ``TrialOrder``, and reports the first overlap.
    private mutating func planInOrder(_ profiles: [Profile]) -> API.DecodePlan {
        var queue = TrialOrder(profiles, graph)
        var order: [Profile] = []
        var isReported = false
        while let (next, isSafe) = queue.popNext() {
            order.append(next)
            guard !isSafe, !isReported else { continue }
            isReported = reportOverlap(of: next, with: queue.rest)
        }
        return tried(order, otherwise: fallback)
    }

    private mutating func reportOverlap(of profile: Profile, with others: [Profile]) -> Bool {
        for other in others where other.branch != profile.branch {
            guard let example = Overlap(graph).example(profile, other) else { continue }
            findings.append(.ambiguous(example: example, profile.branch, other.branch))
            return true
        }
        return false
    }
}

extension API.DecodePlan {
    fileprivate var isOther: Bool {
        if case .other = self { true } else { false }
    }
}
