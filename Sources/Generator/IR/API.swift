/// The API that a client is generated for: references are resolved, and rules are checked. It is independent of the
/// target language, and names are those of the document.
struct API: Sendable {
    /// The name of the service, of its module and of its client.
    let service: String
    let about: OpenAPI.Info
    let externalDocs: OpenAPI.ExternalDocumentation?
    let servers: [Server]
    let credentials: [Credential]
    /// Alternatives, each a list of schemes that are required together.
    let security: [[String]]
    /// The number of decimal places of a second in dates that are sent; `nil` for as many as needed.
    let dateDecimals: Int?
    let responseHeaders: ResponseHeaders
    let groups: [Group]
    /// The requests that the service sends on its own.
    let webhooks: [Webhook]
    /// The requests that the service sends to URLs given in earlier requests.
    let callbacks: [Webhook]
    /// The signature of both.
    let webhookSignature: WebhookSignature?
    let types: [TypeDeclaration]
    /// What values are checked against, beyond their types.
    let constraints: Constraints
    /// The response headers of all operations, each once.
    let headers: [HeaderDeclaration]
    /// The origins of names, by index.
    let names: [NameOrigin]
    let nameSteps: Set<NameStep>
    /// What the names of top-level types begin with.
    let typePrefix: String
    /// The types that the user brings, whether they are used or not.
    let ownTypes: [OwnType]
}

extension API {
    struct Server: Sendable {
        let name: Name
        let url: String
        let description: Prose?
        let variables: [ServerVariable]
        /// Whether it is the client's default server.
        let isDefault: Bool
    }

    struct ServerVariable: Sendable {
        let name: Name
        let wireName: String
        /// `nil` if the caller must supply the value.
        let defaultValue: String?
        let description: Prose?
        /// The enumeration of its values, if the document lists them.
        let type: VariableType?
        /// Whether the variable is the scheme and host of a server with a relative URL.
        var isOrigin = false
    }

    /// A type for the values of a server variable.
    struct VariableType: Sendable {
        let name: Name
        let enumeration: Enumeration
    }

    /// A response header that several operations may have.
    struct HeaderDeclaration: Sendable {
        let name: Name
        let wireName: String
        let type: TypeReference
    }

    /// The operations of a tag.
    struct Group: Sendable {
        let name: Name
        let typeName: Name
        /// The name of a protocol with the operations, if there is one.
        let protocolName: Name?
        /// The descriptions of the tags in the group.
        let descriptions: [Prose]
        let externalDocs: [OpenAPI.ExternalDocumentation]
        var operations: [Operation]
    }

    /// A webhook or a callback: a request that the service sends.
    struct Webhook: Sendable {
        /// The name of the type of its payload.
        let name: Name
        /// The phrase for it in documentation.
        let title: String
        let summary: Prose?
        let description: Prose?
        let payload: TypeReference
    }

    /// The service's own header names for the request ID and the rate limit; `nil` for those that it does not have.
    struct ResponseHeaders: Sendable {
        let requestID: String?
        let limit: String?
        let remaining: String?
        let used: String?
        let reset: String?
    }

    /// How a client satisfies a security scheme.
    struct Credential: Sendable {
        enum Kind: Sendable {
            case apiKey(Secret, location: ParameterLocation, name: String)
            case unixTime(location: ParameterLocation, name: String)
            case signature(
                Secret, message: [(member: String, part: String)], location: ParameterLocation, name: String)
            case bearer(Secret)
            case basic(user: Secret, password: Secret)
            case oauth(Secret, OAuthEndpoints)
        }

        let scheme: String
        let kind: Kind
    }

    /// The OAuth endpoints of a security scheme.
    struct OAuthEndpoints: Hashable, Sendable {
        let authorization: String?
        let token: String?
        let refresh: String?
        let deviceAuthorization: String?
        let discovery: String?
    }

    /// A secret that the caller supplies for authentication.
    struct Secret: Sendable {
        let name: Name
        let description: Prose?
        /// The format of the token.
        let format: Prose?
        /// The OpenID Connect discovery URL.
        let discovery: Prose?
        /// Whether all alternative security requirements need it.
        let isRequired: Bool
    }
}
