extension API {
    /// Names a declaration of the API.
    struct TypeID: Hashable, Sendable {
        let index: Int
    }

    /// A type as it is used.
    indirect enum TypeReference: Hashable, Sendable {
        case scalar(Scalar)
        case array(TypeReference)
        case dictionary(TypeReference)
        case nullable(TypeReference)
        case named(TypeID)
    }

    typealias Scalar = ScalarType

    /// A type that the generator declares.
    struct TypeDeclaration: Sendable {
        enum Kind: Sendable {
            case record(Record)
            case enumeration(Enumeration)
            case union(Union)
        }

        let id: TypeID
        /// The simple name; nested types are reached through their parents.
        let name: Name
        let parent: TypeID?
        let kind: Kind
        let title: Prose?
        let description: Prose?
        let link: OpenAPI.Link?
        let rules: [Rule]
        let isDeprecated: Bool
        let direction: Direction
    }

    /// Which way values of a type travel, by what reaches it.
    struct Direction: OptionSet, Sendable {
        let rawValue: Int
        static let sent = Direction(rawValue: 1)
        static let received = Direction(rawValue: 2)
        /// As the value of a parameter.
        static let parameter = Direction(rawValue: 4)
        /// Inside a value that travels both ways, as the value of a property that goes the other way only: it is read
        /// and written by those who keep the whole.
        static let kept = Direction(rawValue: 8)
    }

    struct Record: Sendable {
        var properties: [Property]
        /// Unions whose members stand among the record's own.
        let unions: [EmbeddedUnion]
        /// The type of the properties that are not listed, where there are any.
        var additionalProperties: AdditionalProperties?
        /// Whether there are none: the document rules them out, or the record around this one keeps them.
        var isClosed: Bool
        /// Members of the same object that others read and write: the union that this is a case of, or the record
        /// around it.
        var foreignMembers: [String] = []
        /// Which members need others.
        let dependencies: [Dependency]
    }

    /// What the properties of an object hold that it does not declare.
    struct AdditionalProperties: Sendable {
        let type: TypeReference
        /// Those of each value, as of the elements of a dictionary.
        var limits: [Limit] = []
        var values: [Constant] = []
        var rules: [Rule] = []
        var description: Prose?
    }

    struct Property: Sendable {
        var name: Name
        let wireName: String
        let type: TypeReference
        let isRequired: Bool
        /// Whether requests must have it, while answers may lack it.
        let isRequiredInRequests: Bool
        let isNullable: Bool
        let isDeprecated: Bool
        let isReadOnly: Bool
        let isWriteOnly: Bool
        /// Whether it is a secret, which no description may show.
        let isSensitive: Bool
        let limits: [Limit]
        let defaultValue: Prose?
        /// The values that the document lists, where the type does not tell them.
        let values: [Constant]
        /// The only value that the document allows.
        let constant: Constant?
        /// Whether the constant tells the record from the other cases of a union.
        let isTag: Bool
        let rules: [Rule]
        let description: Prose?
        /// Whether the value has to lie apart, since it may hold its owner.
        var isIndirect = false
    }

    struct Enumeration: Sendable {
        let cases: [Case]
        /// Whether the values are integers; else they are texts.
        var isInteger = false
    }

    struct Case: Sendable {
        let name: Name
        let value: String
        let description: Prose?
    }
}

extension API.Direction {
    /// Whether values may go back to where they came from.
    var isBothWays: Bool { isSuperset(of: [.sent, .received]) }
    var isDecodable: Bool { contains(.received) || contains(.kept) }
    var isEncodable: Bool { contains(.sent) || contains(.kept) }
}

extension API.TypeReference {
    /// The declaration at the bottom, if there is one.
    var declaration: API.TypeID? {
        if case .named(let id) = innermost { id } else { nil }
    }

    /// What lists, dictionaries and optionals hold at their bottom.
    var innermost: API.TypeReference {
        switch self {
        case .array(let element), .dictionary(let element), .nullable(let element): element.innermost
        case .scalar, .named: self
        }
    }
}

extension API.TypeDeclaration.Kind {
    /// The types of what a value holds when it travels in any of these directions.
    func types(travelling direction: API.Direction) -> [API.TypeReference] {
        switch self {
        case .record(let record):
            return record.properties.filter { $0.isVisible(in: direction) }.map(\.type)
                + record.unions.map(\.type)
                + [record.additionalProperties?.type].compactMap(\.self)
        case .union(let union): return union.cases.map(\.type)
        case .enumeration: return []
        }
    }
}

extension API.Property {
    /// Whether values that travel in these directions have the property. Requests have no read-only properties, and
    /// responses no write-only ones.
    func isVisible(in direction: API.Direction) -> Bool {
        (direction.contains(.received) && !isWriteOnly) || (direction.contains(.sent) && !isReadOnly)
    }
}
