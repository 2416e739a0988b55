/// The client of a service: what every generated client can do beside its operations.
public protocol ServiceClient: Sendable {
    /// Sends the requests of every group of operations.
    var api: APIClient { get set }
}

extension ServiceClient {
    /// A copy of the client with other options:
    ///
    ///     try await client.with { $0.timeout = .seconds(5) }.pets.list()
    public func with(_ change: (inout CallOptions) -> Void) -> Self {
        var copy = self
        change(&copy.api.options)
        return copy
    }

    /// The value of a closure, with the last answer that its client received:
    ///
    ///     let (pets, response) = try await client.withResponse { try await $0.pets.list() }
    ///     print(response.headers[.eTag])
    ///
    /// - Parameter operation: Makes its calls through the client that it is given.
    /// - Throws: What the closure throws, and ``MissingResponse`` if it made no call.
    public nonisolated(nonsending) func withResponse<Value>(
        _ operation: (Self) async throws -> Value,
    ) async throws -> (Value, APIResponse) {
        let log = Locked<APIResponse?>(nil)
        var copy = self
        copy.api.responseLog = log
        let value = try await operation(copy)
        guard let response = log.current else { throw MissingResponse() }
        return (value, response)
    }
}

/// A closure given to ``ServiceClient/withResponse(_:)`` returned without a call through its client.
public struct MissingResponse: Error, CustomStringConvertible {
    public var description: String {
        "No call was made through the client that withResponse passes to its closure."
    }
}
