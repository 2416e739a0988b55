/// An endpoint of an authorization server, and the words for it in errors.
enum EndpointKind: Sendable {
    case token
    /// RFC 8628, section 3.1.
    case deviceAuthorization
    /// OpenID Connect Discovery 1.0, section 4.
    case metadata

    /// The name of the operation.
    var operation: String {
        switch self {
        case .token: "requestToken"
        case .deviceAuthorization: "requestDeviceAuthorization"
        case .metadata: "discoverEndpoints"
        }
    }

    var request: String {
        switch self {
        case .token: "token request"
        case .deviceAuthorization: "device authorization request"
        case .metadata: "discovery request"
        }
    }

    var url: String {
        switch self {
        case .token: "token URL"
        case .deviceAuthorization: "device authorization URL"
        case .metadata: "discovery URL"
        }
    }

    var standard: String {
        switch self {
        case .token: "RFC 6749"
        case .deviceAuthorization: "RFC 8628"
        case .metadata: "OpenID Connect Discovery"
        }
    }

    /// What to do without a usable URL.
    var remedy: String {
        switch self {
        case .token, .metadata: "give OAuth a tokenURL"
        case .deviceAuthorization: "give DeviceAuthorization a deviceAuthorizationURL and a tokenURL"
        }
    }
}
