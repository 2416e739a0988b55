import Foundation

/// Sends requests: what the groups of operations of a generated client stand on.
public struct APIClient: Sendable {
    /// Where the service answers.
    public var baseURL: BaseURL
    /// Transport and clock.
    public var configuration: ClientConfiguration
    /// The options of the next calls; at first those of the configuration.
    public var options: CallOptions
    /// The credentials by the names of their security schemes in the document.
    public var credentials: [String: Credential] = [:]
    /// Which schemes an operation needs unless it says otherwise: one alternative of the list, and all
    /// schemes in it. The first is taken for which all credentials are there. An empty list, or an empty
    /// alternative, needs none.
    public var security: [[String]] = []

    var responseLog: Locked<APIResponse?>?

    /// Creates a client without credentials, for operations that need none until it is given some.
    public init<Client>(
        server: Server<Client>,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) {
        self.init(baseURL: server.baseURL, configuration: configuration)
    }

    public init(baseURL: BaseURL, configuration: ClientConfiguration = ClientConfiguration()) {
        self.baseURL = baseURL
        self.configuration = configuration
        options = configuration.options
    }

    /// Sends a request and decodes the body of its answer.
    ///
    /// `Data` receives the bytes as they are and `String` the text of a `text` body; anything else is
    /// decoded from JSON, whatever the content type says. An answer without a body decodes as `nil` where
    /// the value is optional.
    public func send<Value: Decodable>(_ request: Request) async throws(APIError) -> Value {
        var request = request
        if request.accept == nil, Value.self != Data.self { request.accept = "application/json" }
        return try await exchange(request).value()
    }

    /// Sends a request whose answer has no value. Any body is ignored.
    public func send(_ request: Request) async throws(APIError) {
        _ = try await exchange(request)
    }

    /// Sends a request and returns its answer, whose status is 2xx.
    private func exchange(_ request: Request) async throws(APIError) -> Exchange {
        if Task.isCancelled { throw .cancelled(Cancellation(operation: request.operation)) }
        let prepared = try prepare(request)
        let outgoing = try await authorize(prepared, request)
        let redaction = Redaction(secrets: request.secrets + outgoing.secrets)
        let response = try await transmit(outgoing, redaction)
        responseLog?.change { $0 = APIResponse(operation: request.operation, response) }
        let exchange = Exchange(request: request, response: response, redaction: redaction)
        guard response.head.status.kind == .successful else { throw exchange.statusFailure }
        return exchange
    }

    private func transmit(
        _ outgoing: OutgoingRequest, _ redaction: Redaction,
    ) async throws(APIError) -> TransportResponse {
        let transport = configuration.transport
        let message = outgoing.message(timeout: options.timeout)
        do {
            return try await withDeadline(options.timeout) { try await transport.send(message) }
        } catch {
            // Whatever a transport makes of it, a task that is cancelled ends as cancelled.
            if Task.isCancelled { throw .cancelled(Cancellation(operation: outgoing.operation)) }
            throw APIError(error, operation: outgoing.operation, redaction)
        }
    }
}

extension APIClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIClient(\(baseURL))" }
    public var debugDescription: String { description }
    /// Shows the names of the credentials only.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "server": baseURL.description, "credentials": credentials.keys.sorted(), "security": security,
            ])
    }
}

extension APIResponse {
    fileprivate init(operation: String, _ response: TransportResponse) {
        self.init(
            operation: operation, status: response.head.status, headers: response.head.headerFields,
            body: response.body)
    }
}
