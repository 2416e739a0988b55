public import Foundation

/// Tokens as a ``TokenStorage`` keeps them. Both are secrets: encode them only to where secrets may be kept. The
/// description and the mirror show neither.
public struct StoredToken: Codable, Hashable, Sendable {
    /// The access token (RFC 6749, section 1.4).
    public let accessToken: String
    /// When the access token expires (section 5.1, `expires_in`); `nil` if the service does not say.
    public let expiryDate: Date?
    /// The refresh token (section 1.5); `nil` if the service issued none.
    public let refreshToken: String?

    /// Creates a value from tokens, such as those that an application stored by other means.
    public init(accessToken: String, expiryDate: Date? = nil, refreshToken: String? = nil) {
        self.accessToken = accessToken
        self.expiryDate = expiryDate
        self.refreshToken = refreshToken
    }
}

extension StoredToken {
    init(_ renewed: RenewedToken) {
        self.init(
            accessToken: renewed.token.value, expiryDate: renewed.token.expiryDate,
            refreshToken: renewed.refreshToken)
    }
}

extension StoredToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "StoredToken(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
