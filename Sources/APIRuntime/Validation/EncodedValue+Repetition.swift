extension EncodedValue {
    /// Whether two items are equal in JSON.
    static func hasRepetition(_ items: [EncodedValue]) -> Bool {
        var groups: [Int: [EncodedValue]] = [:]
        for item in items {
            let key = item.likeness
            if groups[key, default: []].contains(where: item.isSame) { return true }
            groups[key, default: []].append(item)
        }
        return false
    }

    /// A hash that equal values have in common.
    private var likeness: Int {
        switch self {
        case .null: 0
        case .string(let text): text.hashValue
        case .literal(let text): JSONNumber(text)?.hashValue ?? text.hashValue
        case .file: 1
        case .list(let items): items.reduce(items.count) { $0 &* 31 &+ $1.likeness }
        case .object(let members):
            members.reduce(members.count) { $0 &+ $1.name.hashValue &* 31 &+ $1.value.likeness }
        }
    }
}
