import SourceText

extension API {
    /// A value that is one of several types.
    struct Union: Sendable {
        let cases: [UnionCase]
        let plan: DecodePlan
        /// Whether a value may fit no case: it is kept as JSON then.
        let isOpen: Bool
        /// Whether the union may hold itself.
        var isIndirect = false
    }

    /// A union that shares its object with the properties of a record.
    struct EmbeddedUnion: Sendable {
        let name: Name
        let type: TypeReference
        /// The members that belong to one of its cases.
        let members: [String]
        let description: Prose?
    }

    struct UnionCase: Sendable {
        let name: Name
        let type: TypeReference
        let limits: [Limit]
        /// The values that the document lists, where the type does not tell them.
        let values: [Constant]
        let rules: [Rule]
        let description: Prose?
        /// What tells the case on the wire where its own type does not hold it.
        let tag: Tag?
    }

    /// A member of an object that says what the object is.
    struct Tag: Sendable {
        let member: String
        let value: Constant
        /// Other values that say the same.
        let others: [Constant]
    }

    /// A scalar that a document gives.
    enum Constant: Hashable, Sendable {
        case text(String)
        case number(String)
        case boolean(Bool)

        static func == (left: Self, right: Self) -> Bool {
            switch (left, right) {
            case (.text(let left), .text(let right)): left.isExactly(right)
            case (.number(let left), .number(let right)): left == right
            case (.boolean(let left), .boolean(let right)): left == right
            case (.text, _), (.number, _), (.boolean, _): false
            }
        }

        func hash(into hasher: inout Hasher) {
            switch self {
            case .text(let text), .number(let text): hasher.combine(text.exact)
            case .boolean(let value): hasher.combine(value)
            }
        }
    }

    /// How to tell which case a value is. Cases are given by their index.
    indirect enum DecodePlan: Sendable {
        case take(Int)
        /// The value fits no case.
        case other
        case byType([(type: JSONType, plan: DecodePlan)], otherwise: DecodePlan)
        /// By the text of the value itself.
        case byText([(texts: [Constant], plan: DecodePlan)], otherwise: DecodePlan)
        /// By the scalar that a member of an object holds.
        case byMember(
            String, [(values: [Constant], plan: DecodePlan)], missing: DecodePlan? = nil,
            otherwise: DecodePlan)
        /// The case that can be decoded and names most of the members that are there.
        case fitting([Attempt], otherwise: DecodePlan)

        struct Attempt: Sendable {
            let branch: Int
            /// The names that not all of the others know, too.
            let names: [String]
            /// All names that it knows, where it has no other members.
            let closed: [String]?
        }

        /// The cases that a value may turn out to be.
        var cases: Set<Int> {
            switch self {
            case .take(let index): [index]
            case .other: []
            case .byType(let branches, let otherwise): Self.cases(of: branches.map(\.plan) + [otherwise])
            case .byText(let branches, let otherwise): Self.cases(of: branches.map(\.plan) + [otherwise])
            case .byMember(_, let branches, let missing, let otherwise):
                Self.cases(of: branches.map(\.plan) + [missing, otherwise].compactMap(\.self))
            case .fitting(let attempts, let otherwise): otherwise.cases.union(attempts.map(\.branch))
            }
        }

        private static func cases(of plans: [DecodePlan]) -> Set<Int> {
            plans.reduce(into: []) { $0.formUnion($1.cases) }
        }
    }

    /// The kinds of values that JSON has (RFC 8259, section 3), but null.
    enum JSONType: String, Sendable {
        case string, number, boolean, array, object
    }
}
