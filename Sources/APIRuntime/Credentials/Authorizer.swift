/// Makes a request one that the service trusts: the extension point for schemes of security.
///
/// A scheme that needs an answer first, as an OAuth token does, may wait for it in ``authorize(_:)``. What
/// an authorizer throws ends the call: an ``AuthorizationError`` as ``APIError/unauthorized(_:)``, an
/// ``APIError`` as it is, anything else as ``APIError/transport(_:)``.
public protocol Authorizer: Sendable {
    /// When the authorizer runs.
    var phase: AuthorizationPhase { get }

    /// Adds what the scheme asks for to a request.
    func authorize(_ request: inout OutgoingRequest) async throws

    /// Renews what the service refused with 401, at most once for each call.
    ///
    /// - Parameter refused: The request that was refused, as ``authorize(_:)`` completed it.
    /// - Returns: Whether ``authorize(_:)`` would do otherwise now. The call is then authorized anew, with
    ///   new time stamps and signatures, and sent a second time.
    func renew(after refused: OutgoingRequest) async throws -> Bool
}

extension Authorizer {
    /// An addition, as most schemes are.
    public var phase: AuthorizationPhase { .addition }

    /// Renews nothing, as most schemes cannot.
    public func renew(after refused: OutgoingRequest) -> Bool { false }
}

/// The order of authorizers.
public enum AuthorizationPhase: Sendable {
    /// Adds an item to the request.
    case addition
    /// Signs the request after every addition: nothing of it changes afterwards.
    case signature
}
