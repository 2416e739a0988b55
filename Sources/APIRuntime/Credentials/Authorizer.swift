/// The extension point for security schemes: authorizes requests.
///
/// A scheme that needs a request of its own, as OAuth tokens do, may wait for it in ``authorize(_:)``. An error that an
/// authorizer throws ends the call: an ``AuthorizationError`` as ``APIError/unauthorized(_:)``, an ``APIError``
/// unchanged, `CancellationError` as ``APIError/cancelled(_:)``, and any other as ``APIError/transport(_:)``.
public protocol Authorizer: Sendable {
    /// The phase in which the authorizer runs.
    var phase: AuthorizationPhase { get }

    /// Adds the credentials of the scheme to a request.
    ///
    /// - Throws: An ``AuthorizationError`` if there are no valid credentials.
    func authorize(_ request: inout OutgoingRequest) async throws

    /// Renews credentials that the service rejected with status 401, at most once for each call.
    ///
    /// - Parameter refused: The rejected request, as completed by ``authorize(_:)``.
    /// - Returns: Whether the credentials have changed. The call is then authorized again, with new timestamps and
    ///   signatures, and sent a second time.
    ///
    /// - Throws: An ``AuthorizationError`` if the credentials cannot be renewed.
    func renew(after refused: OutgoingRequest) async throws -> Bool
}

extension Authorizer {
    /// ``AuthorizationPhase/addition``, the default.
    public var phase: AuthorizationPhase { .addition }

    /// Returns `false`, the default for schemes without renewal.
    public func renew(after refused: OutgoingRequest) -> Bool { false }
}

/// The phases of authorization, in order.
public enum AuthorizationPhase: Sendable {
    /// Adds a header, a query item or a cookie.
    case addition
    /// Signs the request, which does not change afterwards except by other signatures.
    case signature
}
