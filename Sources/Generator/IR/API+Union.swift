import APIGenSourceText

extension API {
    /// A value of one of several types.
    struct Union: Sendable {
        let cases: [UnionCase]
        let plan: DecodePlan
        /// Whether there may be values that match no case, which are preserved as JSON.
        let isOpen: Bool
        /// Whether the union is large or may contain itself.
        var isIndirect = false
    }

    /// A union whose properties are in the same JSON object as the properties of a record.
    struct EmbeddedUnion: Sendable {
        let name: Name
        let type: TypeReference
        /// The properties of its cases.
        let members: [String]
        let description: Prose?
    }

    struct UnionCase: Sendable {
        let name: Name
        let type: TypeReference
        let limits: [Limit]
        /// The constants listed in the document, unless the type is an enumeration of them.
        let values: [Constant]
        let rules: [Rule]
        let description: Prose?
        /// The property that identifies the case in JSON, if it is not part of the case's own type.
        let tag: Tag?
    }

    /// A property of an object whose value identifies the case of a union.
    struct Tag: Sendable {
        let member: String
        let value: Constant
        /// Other values that identify the same case.
        let others: [Constant]
    }

    /// A scalar value in the document.
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

    /// How to determine the case of a value. Cases are given by index.
    indirect enum DecodePlan: Sendable {
        case take(Int)
        /// The value matches no case.
        case other
        case byType([(type: JSONType, plan: DecodePlan)], otherwise: DecodePlan)
        /// By the value itself, which is a string.
        case byText([(texts: [Constant], plan: DecodePlan)], otherwise: DecodePlan)
        /// By the scalar value of a property.
        case byMember(
            String, [(values: [Constant], plan: DecodePlan)], missing: DecodePlan? = nil,
            otherwise: DecodePlan)
        /// By attempting to decode the cases. Of those that succeed, the one that declares the most of the present
        /// properties is used.
        case fitting([Attempt], otherwise: DecodePlan)

        struct Attempt: Sendable {
            let branch: Int
            /// The property names that not all other attempts declare.
            let names: [String]
            /// All property names, if additional properties are not allowed.
            let closed: [String]?
        }

        /// The possible cases of a value.
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

        /// The properties whose values distinguish the cases.
        var members: Set<String> {
            switch self {
            case .take, .other, .byText: []
            case .byType(let branches, let otherwise):
                Self.members(of: branches.map(\.plan) + [otherwise])
            case .byMember(let member, let branches, let missing, let otherwise):
                Self.members(of: branches.map(\.plan) + [missing, otherwise].compactMap(\.self))
                    .union([member])
            case .fitting(_, let otherwise): otherwise.members
            }
        }

        private static func members(of plans: [DecodePlan]) -> Set<String> {
            plans.reduce(into: []) { $0.formUnion($1.members) }
        }
    }

    /// The types of JSON values (RFC 8259, section 3) except null.
    enum JSONType: String, Sendable {
        case string, number, boolean, array, object
    }
}

extension API.Constant {
    /// The JSON text.
    var json: String {
        switch self {
        case .text(let text): text.json
        case .number(let text): text
        case .boolean(let value): value ? "true" : "false"
        }
    }
}
