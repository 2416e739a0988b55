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
        let name: Identifier
        let type: TypeReference
        /// The members that belong to one of its cases.
        let members: [String]
        let description: String?
    }

    struct UnionCase: Sendable {
        let name: Identifier
        let type: TypeReference
        let limits: [Limit]
        /// The values that the document lists, where the type does not tell them.
        let values: [Constant]
        let description: String?
        /// What tells the case on the wire where its own type does not hold it.
        let tag: Tag?
    }

    /// A member of an object that says what the object is.
    struct Tag: Sendable {
        let member: String
        let value: Constant
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
        case byMember(String, [(values: [Constant], plan: DecodePlan)], otherwise: DecodePlan)
        /// By the members that an object has.
        case byPresence([(members: [String], plan: DecodePlan)], otherwise: DecodePlan)
        /// The first that can be decoded.
        case inOrder([Int], otherwise: DecodePlan)
    }

    /// The kinds of values that JSON has (RFC 8259, section 3), but null.
    enum JSONType: String, Sendable {
        case string, number, boolean, array, object
    }
}
