/// What the generator makes a client of: every reference resolved, every rule checked. It knows no
/// language: names are what the document calls things.
struct API: Sendable {
    /// The name of the service, of its module and of its client.
    let service: String
    let about: OpenAPI.Info
    let link: OpenAPI.Link?
    let servers: [Server]
    let credentials: [Credential]
    /// Alternatives, each a list of schemes that are needed together.
    let security: [[String]]
    /// How many decimals of a second dates have that are sent; `nil` for as many as they need.
    let dateDecimals: Int?
    let groups: [Group]
    /// What the service sends by itself.
    let webhooks: [Webhook]
    /// What the service sends to addresses that requests gave it.
    let callbacks: [Webhook]
    let types: [TypeDeclaration]
    /// By their indices.
    let names: [NameOrigin]
}

extension API {
    struct Server: Sendable {
        let name: Name
        let url: String
        let description: Prose?
        let variables: [ServerVariable]
        /// Whether a client goes there unless its caller says otherwise.
        let isDefault: Bool
    }

    struct ServerVariable: Sendable {
        let name: Name
        let wireName: String
        /// `nil` where only the caller knows the value.
        let defaultValue: String?
        let description: Prose?
        /// The type of the variable, where the document lists its values.
        let type: VariableType?
        /// Whether it is the scheme and the host of a server that the document names by a path.
        var isOrigin = false
    }

    /// A type for the values of a server variable.
    struct VariableType: Sendable {
        let name: Name
        let enumeration: Enumeration
    }

    /// The operations of a tag.
    struct Group: Sendable {
        let name: Name
        let typeName: Name
        /// Those of the tags that come to it.
        let descriptions: [Prose]
        let links: [OpenAPI.Link]
        let operations: [Operation]
    }

    /// A request of the service to its client's own server.
    struct Webhook: Sendable {
        /// The name of its payload's type.
        let name: Name
        /// What the document calls it.
        let title: String
        let summary: Prose?
        let description: Prose?
        let payload: TypeReference
    }

    /// How a security scheme is fulfilled.
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

    /// Where a security scheme hands out tokens.
    struct OAuthEndpoints: Hashable, Sendable {
        let authorization: String?
        let token: String?
        let refresh: String?
    }

    /// Something that the caller must supply to be let in.
    struct Secret: Sendable {
        let name: Name
        let description: Prose?
        /// How it is made up.
        let format: Prose?
        /// Where its provider describes itself.
        let discovery: Prose?
        /// Whether no alternative does without it.
        let isRequired: Bool
    }
}
