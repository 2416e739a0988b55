extension EncodedValue {
    /// Whether both are the same JSON value: strings are compared by code points, numbers by value.
    func isSame(as other: EncodedValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.string(let text), .string(let other)): text.isExactly(other)
        case (.literal(let text), .literal(let other)): text == other || Self.isSameNumber(text, other)
        case (.list(let items), .list(let others)):
            items.count == others.count && zip(items, others).allSatisfy { $0.isSame(as: $1) }
        case (.object(let members), .object(let others)): Self.isSame(members, others)
        case (.file(let file), .file(let other)): file == other
        case (.null, _), (.string, _), (.literal, _), (.list, _), (.object, _), (.file, _): false
        }
    }

    private static func isSameNumber(_ text: String, _ other: String) -> Bool {
        guard let number = JSONNumber(text), let other = JSONNumber(other) else { return false }
        return number == other
    }

    private static func isSame(_ members: [Member], _ others: [Member]) -> Bool {
        guard members.count == others.count else { return false }
        let pairs = zip(
            members.sorted { $0.name.precedesInUnicode($1.name) },
            others.sorted { $0.name.precedesInUnicode($1.name) })
        return pairs.allSatisfy {
            $0.name.isExactly($1.name) && $0.value.isSame(as: $1.value)
        }
    }
}
