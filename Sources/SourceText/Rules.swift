/// How seriously mistakes are taken from which the generator can recover.
public struct Rules: Sendable {
    public enum Level: String, Sendable, CaseIterable {
        case error, warn, allow

        /// The names of all levels.
        public static var names: [String] { allCases.map(\.rawValue) }
    }

    private let standard: Level
    /// What is allowed unless `levels` says otherwise.
    private var allowed: Set<Rule> = []
    /// What differs from the standard level.
    public var levels: [Rule: Level] = [:]

    /// Every mistake is an error: for documents that are yours to mend. A type that goes without saying is none.
    public static let strict = Rules(standard: .error, allowed: [.impliedType])
    /// Mistakes whose meaning is clear are warnings: for documents of others. An extension there that looks like one
    /// of ours is theirs.
    public static let lenient = Rules(standard: .warn, allowed: [.unknownExtension])

    public func level(of rule: Rule) -> Level {
        levels[rule] ?? (allowed.contains(rule) ? .allow : standard)
    }

    /// The level for a file of one's own, such as an overlay, whatever is thought of the document.
    func levelOfOwn(_ rule: Rule) -> Level { levels[rule] ?? .error }

    /// These rules with levels for what they say nothing of themselves.
    public func completed(by levels: [Rule: Level]) -> Rules {
        var completed = self
        completed.levels.merge(levels) { own, _ in own }
        return completed
    }
}
