import APIGenSourceText

/// The order in which the cases of a union are tried. If possible, no value of a case can be decoded as an earlier
/// case; otherwise, the case with the most required properties comes first.
///
/// The obstacle of each profile is searched once: its index is kept until the obstacle is removed.
struct TrialOrder {
    private let graph: SchemaGraph
    private let profiles: [Profile]
    private var isLeft: [Bool]
    /// By profile, the index of the first remaining one whose values it might match.
    private var taken: [Int]
    /// By profile, the index of the first remaining one of which it matches all values, but not the reverse.
    private var narrower: [Int]

    /// Drops profiles that match the same values as an earlier case, which are unreachable.
    init(_ profiles: [Profile], _ graph: SchemaGraph) {
        self.graph = graph
        let likenesses = profiles.map(graph.profiles.likeness)
        let groups = Dictionary(grouping: profiles.indices, by: { likenesses[$0] })
        self.profiles = profiles.indices.filter { index in
            guard likenesses[index] != nil else { return true }
            return groups[likenesses[index], default: []].allSatisfy {
                profiles[$0].branch >= profiles[index].branch
                    || !graph.profiles.covers(profiles[$0], profiles[index])
                    || !graph.profiles.covers(profiles[index], profiles[$0])
            }
        }.map { profiles[$0] }
        isLeft = Array(repeating: true, count: self.profiles.count)
        taken = Array(repeating: 0, count: self.profiles.count)
        narrower = taken
    }

    /// The profiles that are not ordered yet.
    var rest: [Profile] { profiles.indices.filter { isLeft[$0] }.map { profiles[$0] } }

    /// Removes the next profile, and returns whether it matches no values of the others.
    mutating func popNext() -> (profile: Profile, isSafe: Bool)? {
        let left = profiles.indices.filter { isLeft[$0] }
        guard let first = left.first else { return nil }
        let safe = left.first { findTaken($0) == profiles.count }
        let index = safe ?? mostDemanding(of: left) ?? first
        isLeft[index] = false
        return (profiles[index], safe != nil)
    }

    /// The profile with the most required properties among those that do not match all values of another.
    private mutating func mostDemanding(of left: [Int]) -> Int? {
        let narrow = left.filter { findNarrower($0) == profiles.count }
        let candidates = narrow.isEmpty ? left : narrow
        return candidates.dropFirst().reduce(candidates.first) { best, next in
            guard let best else { return next }
            let counts = (profiles[best].object.required.count, profiles[next].object.required.count)
            return counts.1 > counts.0 ? next : best
        }
    }

    private mutating func findTaken(_ index: Int) -> Int {
        let profile = profiles[index]
        while taken[index] < profiles.count {
            let other = profiles[taken[index]]
            if isLeft[taken[index]], other.branch != profile.branch, canTake(profile, valuesOf: other) {
                break
            }
            taken[index] += 1
        }
        return taken[index]
    }

    private mutating func findNarrower(_ index: Int) -> Int {
        let profile = profiles[index]
        while narrower[index] < profiles.count {
            let other = profiles[narrower[index]]
            if isLeft[narrower[index]], graph.profiles.covers(profile, other),
                !graph.profiles.covers(other, profile)
            {
                break
            }
            narrower[index] += 1
        }
        return narrower[index]
    }

    /// Whether decoding `profile` might succeed on a value of `other`.
    private func canTake(_ profile: Profile, valuesOf other: Profile) -> Bool {
        let isLacking = profile.object.required.contains { name in
            other.object.properties[name] == nil && !other.object.required.contains(name)
        }
        return !isLacking && Overlap(graph).exists(profile, other)
    }
}
