/// A call without a complete response.
public struct TransportFailure: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String
    /// The kind of failure.
    public let reason: TransportError.Reason
    /// A description of the failure.
    public let message: String

    public var description: String {
        "\(operation) got no answer: \(message).\(advice)"
    }

    private var advice: String {
        switch reason {
        case .timedOut: " The service may have done its work. Allow more time with CallOptions.timeout."
        case .unreachable: " Check the network and the URL of the server."
        case .insecure: " Check the clock of this machine and the certificate of the server."
        case .interrupted: " The service may have done its work. Try again if the operation allows it."
        default: ""
        }
    }
}
