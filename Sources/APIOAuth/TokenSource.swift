import Foundation

/// Where access tokens come from: a grant of RFC 6749, or something of the user's.
protocol TokenSource: Sendable {
    /// - Parameters:
    ///   - refused: The last token, if the service refused it.
    ///   - endpoint: Where to ask for it.
    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken
}

/// A token, and where the one after it will come from.
struct RenewedToken: Sendable {
    let token: AccessToken
    /// `nil` if there will be none.
    let source: (any TokenSource)?
}

/// An access token and its time.
struct AccessToken: Sendable {
    let value: String
    /// When to ask for another one; `nil` if only the service knows.
    var renewalDate: Date?

    func isFresh(at now: Date) -> Bool { renewalDate.map { now < $0 } ?? true }
}

/// One token and no other.
struct FixedToken: TokenSource {
    let value: String

    func next(after refused: String?, from endpoint: TokenEndpoint) -> RenewedToken {
        RenewedToken(token: AccessToken(value: value), source: nil)
    }
}

/// Tokens out of a closure.
struct TokenProvider: TokenSource {
    let next: @Sendable (_ refused: String?) async throws -> String

    func next(after refused: String?, from endpoint: TokenEndpoint) async throws -> RenewedToken {
        RenewedToken(token: AccessToken(value: try await next(refused)), source: self)
    }
}
