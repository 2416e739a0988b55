extension API {
    struct Operation: Sendable {
        var name: Name
        /// The operation ID in the document and in errors.
        let id: String
        let method: String
        let path: String
        let summary: Prose?
        let description: Prose?
        let externalDocs: OpenAPI.ExternalDocumentation?
        let isDeprecated: Bool
        let parameters: [Parameter]
        let body: Body?
        /// `nil` uses the client's server.
        let server: OperationServer?
        var result: Result
        /// Whether this is an additional method of an operation, whose types the first one declares.
        var isSecondMethod = false
        let failures: [Failure]
        /// The descriptions of responses that are not successful.
        let failureNotes: [StatusNote]
        let rules: [ParameterRule]
        let permissions: Permissions?
        var pagination: Pagination?
        /// The calls that its responses lead to.
        var links: [Link] = []
        /// The methods that call it with what a response contains.
        var linkMethods: [LinkMethod] = []
        /// The header for the idempotency key, unless a parameter declares it.
        let idempotencyHeader: String?
        /// `nil` uses the client's security requirements.
        let security: [[String]]?
        /// The required scopes: alternatives, each a list of scopes that are needed together.
        let scopes: [[Scopes]]
    }

    /// The scopes that a security scheme must grant.
    struct Scopes: Hashable, Sendable {
        let scheme: String
        let names: [Prose]
    }

    enum ParameterLocation: String, Sendable {
        case path, query, header, cookie
        /// The whole query string.
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
        /// Whether the value is encoded as JSON instead of in a style.
        let isJSONText: Bool
        /// The encodings of the properties, if the value is encoded as a form; `nil` otherwise.
        let form: [FieldEncoding]?
        /// `nil` if the value has no schema.
        let checked: CheckedID?
        let limits: [Limit]
        let rules: [Rule]
        let defaultValue: Prose?
        /// The constants listed in the document, unless the type is an enumeration of them.
        let values: [Constant]
        let examples: Examples
        let description: Prose?
    }

    /// The serialization of a parameter, as far as it differs from the defaults.
    struct Serialization: Sendable {
        /// `nil` for the default of the location.
        let style: String?
        /// `nil` for the default of the style.
        let explode: Bool?
        let allowsReserved: Bool
    }

    struct Failure: Sendable {
        enum Status: Hashable, Sendable {
            case code(Int)
            case range(Int)
            case other
        }

        let status: Status
        let type: TypeReference
    }

    /// The documentation of responses with a status code.
    struct StatusNote: Sendable {
        let status: Failure.Status
        let description: Prose?
        let headers: [Header]
    }

    /// A response header, which the caller reads by name.
    struct Header: Sendable {
        let name: String
        /// Its JSON Schema type in words; `nil` if the document does not specify one.
        let type: String?
        /// The type of its value: a scalar, or a list of them.
        let valueType: TypeReference
        /// Whether the header is always present.
        let isRequired: Bool
        let description: Prose?
    }

    /// A constraint between parameters.
    enum ParameterRule: Sendable {
        case requires(trigger: Parameter, others: [Parameter])
        case excludes(trigger: Parameter, others: [Parameter])
    }

    /// How an operation is paginated.
    struct Pagination: Sendable {
        enum Kind: Sendable {
            /// By page number. A property of the page may contain the number of pages.
            case number(count: PropertyPath?)
            /// By the number of items in front of the page. A property of the page may contain the number of all items.
            case offset(total: PropertyPath?)
            /// By a cursor, which a property contains: as it is, or in the URI of the next page.
            case cursor(next: PropertyPath)
            /// By a property of the last item.
            case lastItem(id: PropertyPath)
            /// By the URI of the next page in the `Link` header (RFC 8288).
            case link
        }

        let kind: Kind
        /// The property that tells whether there is another page.
        let more: PropertyPath?
        /// The name of the method that returns the pages.
        let name: Name
        let parameter: Parameter
        let page: TypeReference
        /// The property with the items; empty if the page is the list.
        let items: PropertyPath
        let item: TypeReference
        /// Whether it was found by the names of parameters and properties, and not declared.
        let isFound: Bool
    }

    /// A property, and those that lead to it.
    struct PropertyPath: Sendable {
        let properties: [Property]
    }

    enum Permissions: Sendable {
        case any([String])
        case all([String])
        case none
    }

    /// A constraint on a value, named as in JSON Schema.
    indirect enum Limit: Sendable {
        /// A keyword of JSON Schema with its value.
        case keyword(LimitKeyword, LimitValue)
        /// The keys that a dictionary must have.
        case required([String])
        /// The keys that a dictionary must have if it has the first one.
        case dependentRequired(String, [String])
        /// The keys that a dictionary must not have.
        case absent([String])
        /// The allowed strings.
        case oneOf([String])
        /// Limits on each key of a dictionary.
        case names([Limit])
        /// Limits on each element of an array or value of a dictionary.
        case elements([Limit])
    }
}

extension API.Operation {
    /// The types of the parameters and the body, except for bytes that are sent as they are.
    var sentTypes: [API.TypeReference] {
        parameters.map(\.type) + (body?.contents ?? []).filter(\.isWritten).map(\.type)
    }
}
