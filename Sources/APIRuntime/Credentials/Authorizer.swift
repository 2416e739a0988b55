/// Makes a request one that the service trusts: the extension point for schemes of security.
///
/// A scheme that needs an answer first, as an OAuth token does, may wait for it in ``authorize(_:)``. What
/// it throws ends the call: an ``APIError`` as it is, anything else as ``APIError/transport(_:)``.
public protocol Authorizer: Sendable {
    /// When the authorizer runs.
    var phase: AuthorizationPhase { get }

    /// Adds what the scheme asks for to a request.
    func authorize(_ request: inout OutgoingRequest) async throws
}

extension Authorizer {
    /// An addition, as most schemes are.
    public var phase: AuthorizationPhase { .addition }
}

/// The order of authorizers.
public enum AuthorizationPhase: Sendable {
    /// Adds an item to the request.
    case addition
    /// Signs the request after every addition: nothing of it changes afterwards.
    case signature
}
