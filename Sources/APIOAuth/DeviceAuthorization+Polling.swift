import APIRuntime
import Foundation

extension DeviceAuthorization {
    /// Waits until the user approves the request, and returns the tokens that this grants (RFC 8628, sections 3.4 and
    /// 3.5).
    ///
    /// The token endpoint is asked once in each ``interval``, and less often when it asks for that, is overloaded, or
    /// cannot be reached. The delays are those of `ClientConfiguration.sleep`. Cancelling the task ends the wait at once.
    ///
    /// - Parameter onNewRefreshToken: Called with each refresh token, before the access token that it was issued with is
    ///   used.
    /// - Throws: `AuthorizationError` with the reason `accessDenied` if the user denies the request, `expiredToken` if the
    ///   codes expire before the user decides, or another if the service refuses the client; `TransportError` if there is
    ///   no secure connection, and `CancellationError`.
    public func waitForApproval(
        onNewRefreshToken: @escaping @Sendable (String) async -> Void = { _ in },
    ) async throws -> OAuth {
        var interval = interval
        while true {
            try await sleep(interval)
            do {
                let granted = try await granted()
                return OAuth(source: await ApprovedGrant(granted, onNewRefreshToken: onNewRefreshToken))
            } catch {
                try Task.checkCancellation()
                guard let next = self.interval(after: error, from: interval) else { throw error }
                interval = next
            }
        }
    }

    /// Waits, but not longer than the codes are valid.
    ///
    /// - Throws: `expiredToken` if they are valid no longer.
    private func sleep(_ interval: Duration) async throws {
        let configuration = endpoint.configuration
        let left = min(max(0, expiryDate.timeIntervalSince(configuration.now())), 1e9)
        try await configuration.sleep(min(interval, .seconds(left)))
        try Task.checkCancellation()
        guard configuration.now() < expiryDate else {
            throw AuthorizationError(
                .expiredToken, message: "the user did not approve the request before its codes expired")
        }
    }

    private func granted() async throws -> GrantedToken {
        var request = TokenRequest(
            grantType: "urn:ietf:params:oauth:grant-type:device_code", client: client)
        request.form.addSecret("device_code", deviceCode)
        return try await request.send(to: endpoint)
    }

    /// The interval before the next request, or `nil` if the error ends the polling.
    private func interval(after error: any Error, from interval: Duration) -> Duration? {
        switch error {
        case let error as AuthorizationError:
            switch error.reason {
            case .authorizationPending: return interval
            case .slowDown: return interval + Self.slowing
            case .serverError, .temporarilyUnavailable:
                let asked = error.retryAfter?.delay(from: endpoint.configuration.now())
                return max(interval + Self.slowing, asked ?? .zero)
            default: return nil
            }
        case let error as TransportError:
            // Backs off exponentially, as section 3.5 recommends.
            let isPassing = [.timedOut, .unreachable, .interrupted].contains(error.reason)
            return isPassing ? min(interval * 2, .seconds(1_000_000_000)) : nil
        default: return nil
        }
    }

    /// By how much `slow_down` increases the interval.
    private static let slowing = Duration.seconds(5)
}

extension AuthorizationError.Reason {
    fileprivate static var authorizationPending: Self { Self(rawValue: "authorization_pending") }
    fileprivate static var slowDown: Self { Self(rawValue: "slow_down") }
}

/// A grant whose tokens are there already.
private struct ApprovedGrant: TokenSource {
    let token: RenewedToken

    init(_ granted: GrantedToken, onNewRefreshToken: @escaping @Sendable (String) async -> Void) async {
        token = await granted.renewed(onNewRefreshToken: onNewRefreshToken)
    }

    var isNew: Bool { true }

    func next(after refused: String?, from endpoint: TokenEndpoint) -> RenewedToken { token }
}
