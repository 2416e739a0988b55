extension API {
    struct Operation: Sendable {
        var name: Name
        /// The name under which the document and the errors know the operation.
        let id: String
        let method: String
        let path: String
        let summary: Prose?
        let description: Prose?
        let link: OpenAPI.Link?
        let isDeprecated: Bool
        let parameters: [Parameter]
        let body: Body?
        /// `nil` where that of the client answers.
        let server: OperationServer?
        var result: Result
        /// Whether the operation has another method, which declares what both need.
        var isSecondMethod = false
        let failures: [Failure]
        /// What the document says of statuses that are no successes.
        let failureNotes: [StatusNote]
        let rules: [ParameterRule]
        let permissions: Permissions?
        var pagination: Pagination?
        /// `nil` where the client's own apply.
        let security: [[String]]?
        /// What access tokens and the like have to allow: alternatives, each a list of what is needed together.
        let scopes: [[Scopes]]
    }

    /// What the credential of a scheme has to allow.
    struct Scopes: Hashable, Sendable {
        let scheme: String
        let names: [Prose]
    }

    enum ParameterLocation: String, Sendable {
        case path, query, header, cookie
        /// The whole query.
        case querystring
    }

    struct Parameter: Sendable {
        var name: Name
        let wireName: String
        let location: ParameterLocation
        let type: TypeReference
        let isRequired: Bool
        let isDeprecated: Bool
        let isSensitive: Bool
        let serialization: Serialization
        /// Whether the value is written as JSON text instead of in a style.
        let isJSONText: Bool
        /// How the members of the value are written as a form; `nil` where it is written otherwise.
        let form: [FieldEncoding]?
        let limits: [Limit]
        let rules: [Rule]
        let defaultValue: Prose?
        /// The values that the document lists, where the type does not tell them.
        let values: [Constant]
        let description: Prose?
    }

    /// How a value is written where the standard's default does not apply.
    struct Serialization: Sendable {
        /// `nil` for the default of the location.
        let style: String?
        /// `nil` for the default of the style.
        let explode: Bool?
        let allowsReserved: Bool
    }

    struct Failure: Sendable {
        enum Status: Sendable {
            case code(Int)
            case range(Int)
            case other
        }

        let status: Status
        let type: TypeReference
    }

    /// What the document says of a status.
    struct StatusNote: Sendable {
        let status: Failure.Status
        let description: Prose?
        let headers: [Header]
    }

    /// A header of a response, which the caller reads by its name.
    struct Header: Sendable {
        let name: String
        /// Its type in the words of JSON Schema; `nil` where the document tells none.
        let type: String?
        /// Whether it is always there.
        let isRequired: Bool
        let description: Prose?
    }

    /// A rule between parameters, by their wire names.
    enum ParameterRule: Sendable {
        case requires(trigger: Parameter, others: [Parameter])
        case excludes(trigger: Parameter, others: [Parameter])
    }

    /// How the pages of an operation follow one another.
    struct Pagination: Sendable {
        enum Kind: Sendable {
            /// By number, up to the count that a property tells if there is one.
            case number(count: Property?)
            /// By a cursor in the URI that a property holds.
            case cursor(next: Property)
        }

        let kind: Kind
        /// The name of the method that hands out the pages.
        let name: Name
        let parameter: Parameter
        let page: TypeReference
        let items: Property
        let item: TypeReference
    }

    enum Permissions: Sendable {
        case any([String])
        case all([String])
        case none
    }

    /// A limit on a value, in JSON Schema's words.
    indirect enum Limit: Sendable {
        /// A keyword of JSON Schema with its value.
        case keyword(LimitKeyword, LimitValue)
        /// The members that a dictionary must hold.
        case required([String])
        /// The members that a dictionary must hold if it holds the first one.
        case dependentRequired(String, [String])
        /// The members that a dictionary must not hold.
        case absent([String])
        /// The texts that are allowed.
        case oneOf([String])
        /// Limits on each name of a dictionary.
        case names([Limit])
        /// Limits on each element of a list, or on each value of a dictionary.
        case elements([Limit])
    }
}

extension API.Operation {
    /// The types of what goes out.
    var sentTypes: [API.TypeReference] {
        parameters.map(\.type) + (body?.contents ?? []).map(\.type)
    }
}

extension [API.Limit] {
    /// The limits that each element has to hold.
    var ofElements: [API.Limit] {
        flatMap { limit -> [API.Limit] in if case .elements(let limits) = limit { limits } else { [] } }
    }
}
