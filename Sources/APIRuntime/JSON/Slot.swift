/// The storage of an encoder. A class, since the containers and encoders of one place share it.
final class Slot {
    /// An element of a list or object: a value, or a slot that may still be filled.
    enum Part {
        case value(EncodedValue)
        case slot(Slot)

        var value: EncodedValue {
            switch self {
            case .value(let value): value
            case .slot(let slot): slot.value
            }
        }
    }

    private enum Kind { case scalar, list, object }

    private let parent: Slot?
    private let key: (any CodingKey)?
    private var kind = Kind.scalar
    private var scalar = EncodedValue.null
    private var parts: [(name: String, part: Part)] = []
    /// Whether several writers add members, so that names may be duplicated.
    var mayRepeat = false

    init(parent: Slot?, key: (any CodingKey)?) {
        self.parent = parent
        self.key = key
    }

    var path: [any CodingKey] {
        guard let parent, let key else { return [] }
        return parent.path + [key]
    }

    var count: Int { parts.count }

    /// Whether a member with this name was written.
    func contains(_ name: String) -> Bool { parts.contains { $0.name.isExactly(name) } }

    /// The last value written for a member.
    func last(_ name: String) -> EncodedValue? {
        parts.last { $0.name.isExactly(name) }?.part.value
    }

    func become(_ value: EncodedValue) {
        if case .object(let members) = value {
            becomeObject()
            for member in members { add(.value(member.value), named: member.name) }
        } else {
            kind = .scalar
            scalar = value
        }
    }

    func becomeObject() {
        if kind == .object {
            mayRepeat = true
        } else {
            kind = .object
            parts = []
        }
    }

    func becomeList() {
        guard kind != .list else { return }
        kind = .list
        parts = []
    }

    /// Records that some of the members to be added may have been written already.
    func expectRepeats<Value>(of members: [String: Value]) {
        mayRepeat = mayRepeat || parts.contains { members[$0.name] != nil }
    }

    func add(_ part: Part, named name: String) { parts.append((name, part)) }

    var value: EncodedValue {
        switch kind {
        case .scalar: scalar
        case .list: .list(parts.map(\.part.value))
        case .object: .object(members)
        }
    }

    /// Of duplicate names, the last member counts.
    private var members: [EncodedValue.Member] {
        let members = parts.map { EncodedValue.Member(name: $0.name, value: $0.part.value) }
        guard mayRepeat else { return members }
        var seen: Set<[UInt8]> = []
        return members.reversed().filter { seen.insert(Array($0.name.utf8)).inserted }.reversed()
    }
}
