import Foundation

/// A source of access tokens: a grant of RFC 6749, or a custom provider.
protocol TokenSource: Sendable {
    /// - Parameters:
    ///   - refused: The last token, if the service rejected it.
    ///   - endpoint: The endpoint for token requests.
    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken

    /// The source that goes on with a refresh token that it returned in an earlier process; `nil` if it returns none.
    func resumed(with refreshToken: String) -> (any TokenSource)?

    /// Whether the source has a token already, which is newer than any stored one.
    var isNew: Bool { get }
}

extension TokenSource {
    func resumed(with refreshToken: String) -> (any TokenSource)? { nil }
    var isNew: Bool { false }
}

/// An access token and the source of its successor.
struct RenewedToken: Sendable {
    let token: AccessToken
    /// The refresh token that the source has, if it has one.
    var refreshToken: String?
    /// `nil` if there is none.
    let source: (any TokenSource)?
}

/// An access token and its renewal date.
struct AccessToken: Sendable {
    let value: String
    /// `nil` if it is unknown.
    let expiryDate: Date?
    /// The date at which to renew the token.
    private let renewalDate: Date?

    init(_ value: String, expiring expiryDate: Date? = nil, at now: Date = .distantPast) {
        self.value = value
        self.expiryDate = expiryDate
        renewalDate = expiryDate.map { $0 - Self.margin(of: $0.timeIntervalSince(now)) }
    }

    /// How long before its expiry a token is renewed, in seconds: a minute, so that slow requests arrive with a valid
    /// token, or a tenth of a shorter lifetime.
    private static func margin(of lifetime: Double) -> Double { min(60, lifetime / 10) }

    func isFresh(at now: Date) -> Bool { renewalDate.map { now < $0 } ?? true }
}

/// A token that cannot be renewed.
struct FixedToken: TokenSource {
    let value: String

    var isNew: Bool { true }

    func next(after refused: String?, from endpoint: TokenEndpoint) -> RenewedToken {
        RenewedToken(token: AccessToken(value), source: nil)
    }
}

/// Tokens from a closure.
struct TokenProvider: TokenSource {
    let next: @Sendable (_ refused: String?) async throws -> String

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        RenewedToken(token: AccessToken(try await next(refused)), source: self)
    }
}
