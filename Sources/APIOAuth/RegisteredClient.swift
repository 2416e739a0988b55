import APIRuntime
import Foundation

/// A client as registered with the service (RFC 6749, section 2).
struct RegisteredClient: Sendable {
    let id: String
    /// The client secret; `nil` for a public client (section 2.1).
    let secret: String?
    var authentication = ClientAuthentication.basic
    /// Takes precedence over the token URL of the document.
    let tokenURL: String?

    /// The user name and password of Basic authentication (section 2.3.1); `nil` without it.
    var login: (username: String, password: String)? {
        guard let secret else { return nil }
        switch authentication {
        case .basic: return (PercentEncoding.encode(id), PercentEncoding.encode(secret))
        case .unencodedBasic: return (id, secret)
        case .post: return nil
        }
    }

    /// The parameters of the body that tell the client; none with Basic authentication.
    var fields: [(name: String, value: String)] {
        guard let secret else { return [("client_id", id)] }
        switch authentication {
        case .basic, .unencodedBasic: return []
        case .post: return [("client_id", id), ("client_secret", secret)]
        }
    }

    /// The client without the encoding of its ID and secret, or `nil` if the encoding does not change them.
    var withoutEncoding: RegisteredClient? {
        guard authentication == .basic, let login, login != (id, secret ?? "") else { return nil }
        var client = self
        client.authentication = .unencodedBasic
        return client
    }

    /// The values that are redacted in errors.
    var secrets: [String] {
        guard let secret else { return [] }
        let token = login.map { Data("\($0.username):\($0.password)".utf8).base64EncodedString() }
        return [secret, token].compactMap(\.self)
    }
}
