import Foundation

/// A source of access tokens: a grant of RFC 6749, or a custom provider.
protocol TokenSource: Sendable {
    /// - Parameters:
    ///   - refused: The last token, if the service rejected it.
    ///   - endpoint: The endpoint for token requests.
    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken
}

/// An access token and the source of its successor.
struct RenewedToken: Sendable {
    let token: AccessToken
    /// `nil` if there is none.
    let source: (any TokenSource)?
}

/// An access token and its renewal date.
struct AccessToken: Sendable {
    let value: String
    /// The date at which to renew the token; `nil` if its lifetime is unknown.
    var renewalDate: Date?

    func isFresh(at now: Date) -> Bool { renewalDate.map { now < $0 } ?? true }
}

/// A token that cannot be renewed.
struct FixedToken: TokenSource {
    let value: String

    func next(after refused: String?, from endpoint: TokenEndpoint) -> RenewedToken {
        RenewedToken(token: AccessToken(value: value), source: nil)
    }
}

/// Tokens from a closure.
struct TokenProvider: TokenSource {
    let next: @Sendable (_ refused: String?) async throws -> String

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        RenewedToken(token: AccessToken(value: try await next(refused)), source: self)
    }
}
