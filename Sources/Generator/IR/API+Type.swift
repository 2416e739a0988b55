import APIGenYAML

extension API {
    /// Identifies a type declaration of the API.
    struct TypeID: Hashable, Sendable {
        let index: Int
    }

    /// A use of a type.
    indirect enum TypeReference: Hashable, Sendable {
        case scalar(Scalar)
        case array(TypeReference)
        case dictionary(TypeReference)
        case nullable(TypeReference)
        case named(TypeID)
        case own(OwnType)
    }

    typealias Scalar = ScalarType

    /// A type that the user brings, and that is not declared. Its coding is unknown.
    struct OwnType: Hashable, Sendable {
        /// The name, which may be qualified.
        let name: String
        /// The module that declares it; `nil` for that of the client, and for one that needs no import.
        let module: String?
    }

    /// A type that the generator declares.
    struct TypeDeclaration: Sendable {
        enum Kind: Sendable {
            case record(Record)
            case enumeration(Enumeration)
            case union(Union)
        }

        let id: TypeID
        /// The unqualified name. Nested types are qualified with their parents.
        let name: Name
        let parent: TypeID?
        let kind: Kind
        let title: Prose?
        let description: Prose?
        let externalDocs: OpenAPI.ExternalDocumentation?
        let rules: [Rule]
        let isDeprecated: Bool
        let examples: [Node]
        let direction: Direction
    }

    /// Values that the document gives as examples, which may not match their types.
    struct Examples: Sendable {
        var values: [Node] = []
        /// Examples of the elements of a list or dictionary.
        var elements: [Node] = []
    }

    /// The directions in which values of a type are transferred.
    struct Direction: OptionSet, Sendable {
        let rawValue: Int
        static let sent = Direction(rawValue: 1)
        static let received = Direction(rawValue: 2)
        /// Sent as a parameter.
        static let parameter = Direction(rawValue: 4)
        /// Decoded and encoded by callers, who keep the value or one that it is a part of.
        static let kept = Direction(rawValue: 8)
        /// Sent as a change of a resource, where an absent property differs from null: as part of the body of a `PUT`
        /// or `PATCH` request (RFC 9110, section 9.3.4; RFC 5789), or of a JSON Merge Patch (RFC 7396).
        static let changed = Direction(rawValue: 16)
    }

    struct Record: Sendable {
        var properties: [Property]
        /// Unions whose properties are in the same JSON object.
        let unions: [EmbeddedUnion]
        /// The additional properties, if there may be any.
        var additionalProperties: AdditionalProperties?
        /// Properties that are required, and not declared.
        var requiredOthers: [String] = []
        /// Whether the document disallows additional properties.
        let isClosed: Bool
        /// Whether an enclosing record keeps the additional properties.
        var isKeptElsewhere = false
        /// Properties of the same JSON object that are decoded and encoded elsewhere: by the union that this record is
        /// a case of, or by an enclosing record.
        var foreignMembers: [String] = []
    }

    /// The properties of an object that it does not declare.
    struct AdditionalProperties: Sendable {
        let type: TypeReference
        /// The limits on each value.
        var limits: [Limit] = []
        var values: [Constant] = []
        var rules: [Rule] = []
        var description: Prose?
        var examples: [Node] = []
    }

    struct Property: Sendable {
        var name: Name
        let wireName: String
        let type: TypeReference
        let isRequired: Bool
        /// Whether the property is required in requests, but may be absent from responses.
        let isRequiredInRequests: Bool
        let isNullable: Bool
        let isDeprecated: Bool
        let isReadOnly: Bool
        let isWriteOnly: Bool
        /// Whether the value is a secret, which descriptions must not reveal.
        let isSensitive: Bool
        let limits: [Limit]
        let defaultValue: Prose?
        /// The constants listed in the document, unless the type is an enumeration of them.
        let values: [Constant]
        /// The only value that the document allows.
        let constant: Constant?
        /// Whether the constant distinguishes the record from other cases of a union.
        let isTag: Bool
        let rules: [Rule]
        let examples: Examples
        let description: Prose?
        /// The description of the constant.
        var valueDescription: Prose?
        /// Whether the value is stored indirectly, since its type is large or may contain the record itself.
        var isIndirect = false
    }

    struct Enumeration: Sendable {
        let cases: [Case]
        /// Whether the raw values are integers instead of strings.
        var isInteger = false
        /// The earlier enumeration with the same cases, which this one is an alias of.
        var original: TypeID?
    }

    struct Case: Sendable {
        let name: Name
        let value: String
        let description: Prose?
    }
}

extension API.Direction {
    /// Whether values are both sent and received.
    var isBothWays: Bool { isSuperset(of: [.sent, .received]) }
    /// Whether values can be both decoded and encoded.
    var isCodable: Bool { isDecodable && isEncodable }
    var isDecodable: Bool { contains(.received) || contains(.kept) }
    var isEncodable: Bool { contains(.sent) || contains(.kept) }
}

extension API.TypeReference {
    /// The declared type in nested arrays, dictionaries and optionals, if there is one.
    var declaration: API.TypeID? {
        if case .named(let id) = innermost { id } else { nil }
    }

    /// The type without null.
    var required: API.TypeReference {
        if case .nullable(let wrapped) = self { wrapped } else { self }
    }

    /// The type in nested arrays, dictionaries and optionals.
    var innermost: API.TypeReference {
        switch self {
        case .array(let element), .dictionary(let element), .nullable(let element): element.innermost
        case .scalar, .named, .own: self
        }
    }
}

extension API.TypeDeclaration.Kind {
    /// The types of the parts of a value that is transferred in these directions.
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
    /// Whether values transferred in these directions include the property. Requests omit read-only properties, and
    /// responses omit write-only ones.
    func isVisible(in direction: API.Direction) -> Bool {
        (direction.contains(.received) && !isWriteOnly) || (direction.contains(.sent) && !isReadOnly)
    }
}

extension API.Property {
    /// Whether the property distinguishes a value, null and absence: it is nullable, and may be absent from a request
    /// that changes a resource.
    func hasThreeStates(travelling direction: API.Direction) -> Bool {
        let mayBeAbsent = !isRequired || (direction.isBothWays && isWriteOnly)
        return direction.contains(.changed) && isNullable && mayBeAbsent && !isReadOnly
    }
}
