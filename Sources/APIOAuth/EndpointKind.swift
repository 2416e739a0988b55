/// An endpoint of an authorization server, and the words for it in errors.
enum EndpointKind: Sendable {
    case token
    /// RFC 8628, section 3.1.
    case deviceAuthorization

    /// The name of the operation.
    var operation: String {
        switch self {
        case .token: "requestToken"
        case .deviceAuthorization: "requestDeviceAuthorization"
        }
    }

    var request: String {
        switch self {
        case .token: "token request"
        case .deviceAuthorization: "device authorization request"
        }
    }

    var url: String {
        switch self {
        case .token: "token URL"
        case .deviceAuthorization: "device authorization URL"
        }
    }

    var standard: String {
        switch self {
        case .token: "RFC 6749"
        case .deviceAuthorization: "RFC 8628"
        }
    }
}
