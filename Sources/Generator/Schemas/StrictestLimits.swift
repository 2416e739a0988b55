extension [API.Limit] {
    /// The limits with only the strictest of each kind, where several parts set one.
    var strictest: [API.Limit] {
        guard count > 1 else { return self }
        var kept: [API.Limit] = []
        for limit in self {
            let met = kept.indices.lazy.compactMap { index in
                kept[index].meeting(limit).map { (index: index, limit: $0) }
            }.first
            if let met { kept[met.index] = met.limit } else { kept.append(limit) }
        }
        return kept
    }
}

extension API.Limit {
    /// The limit that is equivalent to both limits together; `nil` if there is none.
    fileprivate func meeting(_ other: API.Limit) -> API.Limit? {
        switch (self, other) {
        case (.keyword(let keyword, let value), .keyword(let otherKeyword, let otherValue)):
            guard keyword == otherKeyword else { return nil }
            return keyword.facts.meeting.met(value, otherValue).map { .keyword(keyword, $0) }
        case (.required(let names), .required(let others)), (.absent(let names), .absent(let others)),
            (.oneOf(let names), .oneOf(let others)):
            return names == others ? self : nil
        case (.dependentRequired(let trigger, let names), .dependentRequired(let other, let others)):
            return trigger == other && names == others ? self : nil
        case (.elements(let limits), .elements(let others)): return .elements((limits + others).strictest)
        case (.names(let limits), .names(let others)): return .names((limits + others).strictest)
        case (.keyword, _), (.required, _), (.absent, _), (.oneOf, _), (.dependentRequired, _),
            (.elements, _),
            (.names, _):
            return nil
        }
    }
}

extension LimitKeyword.Facts.Meeting {
    fileprivate func met(_ value: LimitValue, _ other: LimitValue) -> LimitValue? {
        switch self {
        case .greatest: other < value ? value : other
        case .least: other < value ? other : value
        case .each: value == other ? value : nil
        }
    }
}
