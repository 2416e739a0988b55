/// The severity of mistakes that the generator can recover from.
public struct Rules: Sendable {
    public enum Level: String, Sendable, CaseIterable {
        case error, warn, allow

        /// The names of all levels.
        public static var names: [String] { allCases.map(\.rawValue) }
    }

    private let standard: Level
    /// The rules that are allowed unless `levels` sets another level.
    private var allowed: Set<Rule> = []
    /// The levels that differ from the standard level.
    public var levels: [Rule: Level] = [:]

    /// Mistakes are errors, for documents that the user maintains. An implied type is allowed.
    public static let strict = Rules(standard: .error, allowed: [.impliedType])
    /// Mistakes are warnings, for documents of third parties. Extensions that resemble those of this generator are
    /// allowed, since they belong to others.
    public static let lenient = Rules(standard: .warn, allowed: [.unknownExtension])

    public func level(of rule: Rule) -> Level {
        levels[rule] ?? (allowed.contains(rule) ? .allow : standard)
    }

    /// The level in a file of the user, such as an overlay: an error by default, even if it is not one in the document.
    func levelOfOwn(_ rule: Rule) -> Level { levels[rule] ?? .error }

    /// Returns these rules with the given levels for rules that have none.
    public func completed(by levels: [Rule: Level]) -> Rules {
        var completed = self
        completed.levels.merge(levels) { own, _ in own }
        return completed
    }
}
