extension RateLimit {
    /// The most restrictive of the service limits of `RateLimit`: that with the least remainder, and of these the one with
    /// the last reset. Its limit is the quota that `RateLimit-Policy` states for the policy of the same name.
    ///
    /// - Returns: `nil` if there is no service limit, or the field is ill-formed.
    init?(ofPoliciesIn headers: HTTPFields) {
        let limits = Self.items(of: "RateLimit", in: headers).compactMap { item in
            item.amount("r").map { (name: item.name, remaining: $0, reset: item.amount("t")) }
        }
        let strictest = limits.min { ($0.remaining, -($0.reset ?? 0)) < ($1.remaining, -($1.reset ?? 0)) }
        guard let strictest else { return nil }
        let policy = Self.items(of: "RateLimit-Policy", in: headers).first {
            $0.name != nil && $0.name == strictest.name
        }
        self.init(
            limit: policy?.amount("q"), remaining: strictest.remaining,
            reset: strictest.reset.map { .seconds($0) })
    }

    private static func items(of name: String, in headers: HTTPFields) -> [StructuredItem] {
        HTTPField.Name(name).flatMap { headers[$0] }.flatMap(StructuredItem.list) ?? []
    }
}

extension StructuredItem {
    /// A parameter that is not negative.
    fileprivate func amount(_ key: String) -> Int? { integer(key).flatMap { $0 >= 0 ? $0 : nil } }
}
