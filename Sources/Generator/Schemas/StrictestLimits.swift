extension [API.Limit] {
    /// Where several parts set a limit of one kind, the strictest is left.
    var strictest: [API.Limit] {
        guard count > 1 else { return self }
        var kept: [API.Limit] = []
        for limit in self {
            guard let index = kept.firstIndex(where: { $0.isComparable(to: limit) }) else {
                kept.append(limit)
                continue
            }
            kept[index] = kept[index].stricter(limit)
        }
        return kept
    }
}

extension API.Limit {
    fileprivate func isComparable(to other: API.Limit) -> Bool {
        switch (self, other) {
        case (.number("multipleOf", let step), .number("multipleOf", let otherStep)): step == otherStep
        case (.number(let keyword, _), .number(let otherKeyword, _)): keyword == otherKeyword
        case (.count(let keyword, _), .count(let otherKeyword, _)): keyword == otherKeyword
        case (.pattern(let pattern), .pattern(let otherPattern)): pattern == otherPattern
        case (.required(let names), .required(let others)), (.absent(let names), .absent(let others)),
            (.oneOf(let names), .oneOf(let others)):
            names == others
        case (.dependentRequired(let trigger, let names), .dependentRequired(let other, let others)):
            trigger == other && names == others
        case (.uniqueItems, .uniqueItems), (.elements, .elements), (.names, .names): true
        default: false
        }
    }

    fileprivate func stricter(_ other: API.Limit) -> API.Limit {
        switch (self, other) {
        case (.number(let keyword, let value), .number(_, let otherValue)):
            .number(keyword: keyword, keyword.isLowerBound ? max(value, otherValue) : min(value, otherValue))
        case (.count(let keyword, let value), .count(_, let otherValue)):
            .count(keyword: keyword, keyword.isLowerBound ? max(value, otherValue) : min(value, otherValue))
        case (.elements(let limits), .elements(let otherLimits)): .elements((limits + otherLimits).strictest)
        case (.names(let limits), .names(let otherLimits)): .names((limits + otherLimits).strictest)
        default: self
        }
    }
}

extension String {
    fileprivate var isLowerBound: Bool { hasPrefix("min") || hasPrefix("exclusiveMin") }
}
