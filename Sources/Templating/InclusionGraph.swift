/// The procedures that include others with their own view. Since views are finite, only cycles of these inclusions can
/// recurse endlessly.
struct InclusionGraph: Sendable {
    private var targets: [Int: Set<Int>] = [:]

    /// - Returns: `false` if the inclusion would close a cycle. It is not added then.
    mutating func add(from source: Int, to target: Int) -> Bool {
        guard !reaches(source, from: target) else { return false }
        targets[source, default: []].insert(target)
        return true
    }

    private func reaches(_ goal: Int, from start: Int) -> Bool {
        var visited: Set<Int> = []
        var pending = [start]
        while let next = pending.popLast() {
            if next == goal { return true }
            if visited.insert(next).inserted { pending += targets[next] ?? [] }
        }
        return false
    }
}
