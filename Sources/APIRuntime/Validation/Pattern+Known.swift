import APIPatterns

extension Pattern {
    private static let all = Locked<[String: Pattern?]>([:])

    /// Parses each pattern once. Their number is bounded, since they come from generated code.
    static func known(_ source: String) -> Pattern? {
        if let known = all.current[source] { return known }
        let pattern = Pattern(source)
        all.change { $0[source] = .some(pattern) }
        return pattern
    }
}
