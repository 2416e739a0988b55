import Foundation

/// Sends requests: what the groups of operations of a generated client stand on.
public struct APIClient: Sendable {
    /// Where the service answers.
    public var baseURL: BaseURL
    /// The servers that the document names for all operations, as their URLs stand there, variables in braces.
    ///
    /// An operation may have a server of its own. Its requests go there as long as ``baseURL`` is one of these
    /// servers. With any other base URL, such as that of a test or a proxy, every request goes to the base URL: none
    /// leaves for a host that the caller did not choose. To have operations of that client go to their own servers
    /// all the same, add its base URL here.
    public var documentServers: [String] = []
    /// Transport and clock.
    public var configuration: ClientConfiguration
    /// The options of the next calls; at first those of the configuration.
    public var options: CallOptions
    /// The credentials by the names of their security schemes in the document.
    public var credentials: [String: Credential] = [:]
    /// Which schemes an operation needs unless it says otherwise: one alternative of the list, and all
    /// schemes in it. Of those for which all credentials are there, the one is taken that uses most of them, or else
    /// the first: where security is optional, a credential that is there is sent. An empty list, or an empty
    /// alternative, needs none.
    public var security: [[String]] = []

    var responseLog: Locked<APIResponse?>?

    /// Creates a client without credentials, for operations that need none until it is given some.
    @_spi(Generated) public init<Client>(
        server: Server<Client>,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) {
        self.init(baseURL: server.baseURL, configuration: configuration)
    }

    /// Creates a client without credentials and without security.
    @_spi(Generated) public init(
        baseURL: BaseURL,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) {
        self.baseURL = baseURL
        self.configuration = configuration
        options = configuration.options
    }

    /// Sends a request and decodes the body of its answer.
    ///
    /// `Data` receives the bytes as they are, unless the request asks for JSON and gets a text in Base64, and `String` the text of a body that is no JSON, by its content type
    /// or else by what the request accepts. Anything else is decoded from JSON, whatever the content type says. An
    /// answer without a body is `nil` where the value is optional.
    ///
    /// A `String` is a string in JSON where the body is one, and else the text of the body, for services that call a
    /// file `application/json`. Text is read in the charset that the content type names, in UTF-8 if it names none.
    ///
    /// - Throws: ``APIError/undecodable(_:)``, with the bytes, for a body that is not of the type, or no text in its
    ///   charset.
    @_spi(Generated) public func send<Value: Decodable>(_ request: Request) async throws(APIError) -> Value {
        var request = request
        let isBytes = Value.self == Data.self || Value.self == Data?.self
        if request.accept == nil, !isBytes { request.accept = "application/json" }
        return try await exchange(request).value()
    }

    /// Sends a request whose answer has no value. Any body is ignored, but that of a failure is asked for as JSON if
    /// its type is declared.
    @_spi(Generated) public func send(_ request: Request) async throws(APIError) {
        var request = request
        if request.accept == nil, !request.statuses.failures.isEmpty { request.accept = "application/json" }
        _ = try await exchange(request)
    }

    /// Sends a request and returns its answer if that is a success, or its beginning if it is a stream.
    func exchange(_ request: Request, streams: Bool = false) async throws(APIError) -> Exchange {
        if Task.isCancelled { throw .cancelled(Cancellation(operation: request.operation)) }
        let deadline = Deadline(after: options.timeout)
        var exchange: Exchange
        do {
            exchange = try await withDeadline(options.timeout) {
                try await finalExchange(request, streams: streams, deadline: deadline)
            }
        } catch {
            // Whatever a transport makes of it, a task that is cancelled ends as cancelled.
            if Task.isCancelled { throw .cancelled(Cancellation(operation: request.operation)) }
            throw APIError(error, operation: request.operation, Redaction(secrets: request.secrets))
        }
        guard exchange.isSuccess else { throw exchange.statusFailure }
        exchange.deadline = deadline
        return exchange
    }

    /// Sends a request, and once more if its credentials are refused and can be renewed.
    ///
    /// That repeats no work: a service that answers with 401 has not done any (RFC 9110, section 15.5.2).
    func authorizedAttempt(_ request: Request, streams: Bool) async throws(APIError) -> Exchange {
        let first = try await attempt(request, streams: streams)
        guard first.response.head.status.code == 401, try await renewCredentials(after: first) else {
            return first
        }
        return try await attempt(request, streams: streams)
    }

    private func attempt(_ request: Request, streams: Bool) async throws(APIError) -> Exchange {
        let outgoing = try await authorize(try prepare(request), of: request)
        do {
            let message = outgoing.message(timeout: streams ? nil : options.timeout)
            let (response, rest) = try await deliver(message, streams: streams)
            responseLog?.change {
                $0 = APIResponse(to: request, response, names: configuration.responseHeaders)
            }
            return Exchange(
                request: request, outgoing: outgoing, response: response, rest: rest,
                reading: options.reading)
        } catch {
            let redaction = Redaction(secrets: request.secrets + outgoing.secrets)
            throw APIError(error, operation: request.operation, redaction)
        }
    }

    /// Sends a message and waits for its answer: for all of it, or for its head if the rest of a success is a stream.
    private func deliver(
        _ message: TransportRequest, streams: Bool,
    ) async throws -> (response: TransportResponse, rest: TransportStream.Body?) {
        let transport = configuration.transport
        guard streams else { return (try await transport.send(message), nil) }
        let stream = try await transport.stream(message)
        guard stream.head.status.kind != .successful else {
            return (TransportResponse(head: stream.head), stream.body)
        }
        return (TransportResponse(head: stream.head, body: try await stream.remainder()), nil)
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
    fileprivate init(
        to request: Request, _ response: TransportResponse, names: ClientConfiguration.ResponseHeaders,
    ) {
        let headers = response.head.headerFields
        self.init(
            operation: request.operation, status: response.head.status, headers: headers, body: response.body,
            rateLimit: RateLimit(headers, by: names))
    }
}
