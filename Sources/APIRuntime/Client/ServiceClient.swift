/// The interface that all generated clients share.
public protocol ServiceClient: Sendable {
    /// The client that sends the requests of all operations.
    var api: APIClient { get set }
}

extension ServiceClient {
    /// Returns a copy of the client with changed options:
    ///
    ///     try await client.with { $0.timeout = .seconds(5) }.pets.list()
    public func with(_ change: (inout CallOptions) -> Void) -> Self {
        var copy = self
        change(&copy.api.options)
        return copy
    }

    /// Returns the result of a closure together with the last response that its client received:
    ///
    ///     let (pets, response) = try await client.withResponse { try await $0.pets.list() }
    ///     print(response.headers[.eTag])
    ///
    /// - Parameter operation: A closure that makes its calls through the client passed to it.
    /// - Throws: The error of the closure, or ``MissingResponse`` if it made no call.
    public nonisolated(nonsending) func withResponse<Value>(
        _ operation: (Self) async throws -> Value,
    ) async throws -> (Value, APIResponse) {
        let log = ResponseLog()
        var copy = self
        copy.api = log.recording(api)
        let value = try await operation(copy)
        guard let response = log.last else { throw MissingResponse() }
        return (value, response)
    }
}

/// The error for a closure of ``ServiceClient/withResponse(_:)`` that makes no call through its client.
public struct MissingResponse: Error, CustomStringConvertible {
    public var description: String {
        "No call was made through the client that withResponse passes to its closure."
    }
}
