/// How seriously mistakes are taken from which the generator can recover.
public struct Rules: Sendable {
    public enum Level: String, Sendable, CaseIterable {
        case error, warn, allow
    }

    private let standard: Level
    /// What differs from the standard level, by the code of the mistake.
    public var levels: [String: Level] = [:]

    /// Every mistake is an error: for documents that are yours to mend.
    public static let strict = Rules(standard: .error)
    /// Mistakes whose meaning is clear are warnings: for documents of others.
    public static let lenient = Rules(standard: .warn)

    func level(of code: String) -> Level { levels[code] ?? standard }
}
