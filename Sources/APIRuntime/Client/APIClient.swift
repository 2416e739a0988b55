import Foundation

/// Sends requests and decodes their responses. The operations of generated clients are built on it.
public struct APIClient: Sendable {
    /// The base URL of the service.
    public var baseURL: BaseURL {
        get { settings.value.baseURL }
        set { settings.value.baseURL = newValue }
    }
    /// The URLs of the document's top-level `servers`, as templates with variables in braces (OpenAPI 3.1, section
    /// 4.8.5).
    ///
    /// An operation may declare servers of its own. They are used as long as ``baseURL`` is one of these templates.
    /// With any other base URL, such as that of a test server or a proxy, every request is sent to the base URL: no
    /// request leaves for a host that the caller did not choose. To use the servers of operations with such a base URL
    /// as well, add it here.
    public var documentServers: [String] {
        get { settings.value.documentServers }
        set { settings.value.documentServers = newValue }
    }
    /// The transport, the clock and the defaults of calls.
    public var configuration: ClientConfiguration {
        get { settings.value.configuration }
        set { settings.value.configuration = newValue }
    }
    /// The options of subsequent calls, initially ``ClientConfiguration/options``.
    public var options: CallOptions {
        get { settings.value.options }
        set { settings.value.options = newValue }
    }
    /// The credentials, by the names of their security schemes in the document.
    public var credentials: [String: Credential] {
        get { settings.value.credentials }
        set { settings.value.credentials = newValue }
    }
    /// The default security requirements of operations (OpenAPI 3.1, section 4.8.30): alternatives, each the names of
    /// schemes that are required together. Of the alternatives whose credentials are all set, the one with the most
    /// schemes is used, or the first of several: where security is optional, a credential that is set is sent. An empty
    /// list, or an empty alternative, requires no credentials.
    public var security: [[String]] {
        get { settings.value.security }
        set { settings.value.security = newValue }
    }

    var responseLogs: [ResponseLog] {
        get { settings.value.responseLogs }
        set { settings.value.responseLogs = newValue }
    }

    /// One reference, since generated code copies clients often, and would otherwise copy each field.
    private var settings: Indirect<ClientSettings>

    /// Creates a client without credentials and security requirements.
    @_spi(Generated) public init<Client>(
        server: APIServer<Client>,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) {
        self.init(baseURL: server.baseURL, configuration: configuration)
    }

    /// Creates a client without credentials and security requirements.
    @_spi(Generated) public init(
        baseURL: BaseURL,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) {
        settings = Indirect(
            ClientSettings(baseURL: baseURL, configuration: configuration, options: configuration.options))
    }

    /// Sends a request and decodes the body of its response.
    ///
    /// `Data` receives the bytes unchanged, or the decoded Base64 of a JSON string if the request accepts JSON.
    /// `String` receives the text of a body that is not JSON, by its `Content-Type` or else by what the request
    /// accepts. Other types are decoded from JSON regardless of the `Content-Type`. An empty body is `nil` if the type
    /// is optional.
    ///
    /// A body that is a JSON string is decoded into `String`. Any other body is its text, even if it is labeled
    /// `application/json`. Text is decoded in the `charset` of the `Content-Type`, by default UTF-8.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` if the body does not match the type or its charset,
    ///   ``APIError/status(_:)`` for an unsuccessful status, and otherwise the ``APIError`` that kept the call from
    ///   getting a response.
    @_spi(Generated) public func send<Value: Decodable>(_ request: Request) async throws(APIError) -> Value {
        var request = request
        let isBytes = Value.self == Data.self || Value.self == Data?.self
        if request.accept == nil, !isBytes { request.accept = "application/json" }
        return try await exchange(request).value()
    }

    /// Sends a request whose response has no value. The body of a successful response is ignored; JSON is accepted if
    /// an error type is declared.
    ///
    /// - Throws: ``APIError/status(_:)`` for an unsuccessful status, and otherwise the ``APIError`` that kept the call
    ///   from getting a response.
    @_spi(Generated) public func send(_ request: Request) async throws(APIError) {
        var request = request
        if request.accept == nil, !request.statuses.failures.isEmpty { request.accept = "application/json" }
        _ = try await exchange(request)
    }

    /// Sends a request and returns its response if it is successful. With `streams`, the body is not read yet.
    ///
    /// - Throws: ``APIError/status(_:)`` for an unsuccessful status, and the errors of the transport and of
    ///   authorizers.
    func exchange(_ request: Request, streams: Bool = false) async throws(APIError) -> Exchange {
        if Task.isCancelled { throw .cancelled(Cancellation(operation: request.operation)) }
        let deadline = Deadline(after: options.timeout)
        var exchange: Exchange
        do {
            exchange = try await withDeadline(options.timeout) {
                try await finalExchange(request, streams: streams, deadline: deadline)
            }
        } catch {
            // A cancelled task is reported as such, whatever error the transport throws.
            if Task.isCancelled { throw .cancelled(Cancellation(operation: request.operation)) }
            throw APIError(error, operation: request.operation, Redaction(secrets: request.secrets))
        }
        guard exchange.isSuccess else { throw exchange.statusFailure }
        exchange.deadline = deadline
        return exchange
    }

    /// Sends a request, and a second time if its credentials are rejected and can be renewed.
    ///
    /// The retry is safe: a request that got 401 was not processed (RFC 9110, section 15.5.2).
    ///
    /// - Parameter attempts: The number of attempts of the call so far, to which this adds.
    func authorizedAttempt(
        _ request: Request, streams: Bool, attempts: Locked<Int>,
    ) async throws(APIError) -> Exchange {
        let first = try await attempt(request, streams: streams, attempts: attempts)
        guard first.response.head.status.code == 401, try await renewCredentials(after: first),
            request.content.isReplayable
        else {
            return first
        }
        return try await attempt(request, streams: streams, attempts: attempts)
    }

    private func attempt(
        _ request: Request, streams: Bool, attempts: Locked<Int>,
    ) async throws(APIError) -> Exchange {
        let outgoing = try await authorize(try prepare(request), of: request)
        do {
            var message = outgoing.message(timeout: streams ? nil : options.timeout)
            message.pathTemplate = String(request.template.prefix { $0 != "?" })
            message.secrets = request.secrets + outgoing.secrets
            attempts.change {
                $0 += 1
                message.attempt = $0
            }
            if let onUpload = options.onUpload {
                let total = message.content?.length
                message.onUpload = { onUpload(TransferProgress(bytes: $0, total: total)) }
            }
            let (response, rest) = try await deliver(message, streams: streams)
            if !responseLogs.isEmpty {
                let response = APIResponse(to: request, response, names: configuration.responseHeaders)
                for log in responseLogs { log.record(response) }
            }
            return Exchange(
                request: request, outgoing: outgoing, response: response, rest: rest,
                reading: options.reading, validation: options.responseValidation)
        } catch {
            let redaction = Redaction(secrets: request.secrets + outgoing.secrets)
            throw APIError(error, operation: request.operation, redaction)
        }
    }

    /// Sends a message and waits for the whole response or, for a successful stream, for its head.
    private func deliver(
        _ message: TransportRequest, streams: Bool,
    ) async throws -> (response: TransportResponse, rest: TransportStream.Body?) {
        let (transport, middleware) = (configuration.transport, configuration.middleware)
        let isWhole = !streams && options.onDownload == nil
        if isWhole, middleware.isEmpty { return (try await transport.sendLoaded(message), nil) }
        var stream = try await middleware.send(message) { message in
            isWhole
                ? TransportStream(try await transport.sendLoaded(message))
                : try await transport.stream(try await transport.loaded(message))
        }
        if let onDownload = options.onDownload { stream = stream.counted(by: onDownload) }
        if streams, stream.head.status.kind == .successful {
            return (TransportResponse(head: stream.head), stream.body)
        }
        let body = try await stream.remainder(upTo: transport.maximumBodySize)
        return (TransportResponse(head: stream.head, body: body), nil)
    }
}

extension ClientTransport {
    /// The request with its body in memory, if the transport needs that.
    fileprivate func loaded(_ request: TransportRequest) async throws -> TransportRequest {
        guard !sendsStreams, let content = request.content else { return request }
        var loaded = request
        loaded.body = try await content.collected()
        return loaded
    }

    fileprivate func sendLoaded(_ request: TransportRequest) async throws -> TransportResponse {
        try await send(try await loaded(request))
    }
}

extension TransportStream {
    fileprivate func counted(by report: @escaping @Sendable (TransferProgress) -> Void) -> TransportStream {
        let total = head.headerFields[.contentLength].flatMap { Int($0) }
        let chunks = CountedChunks(chunks: body) { report(TransferProgress(bytes: $0, total: total)) }
        return TransportStream(head: head, body: chunks)
    }
}

extension APIClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIClient(\(baseURL))" }
    public var debugDescription: String { description }
    /// Omits the values of credentials.
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

/// What the properties of ``APIClient`` hold.
private struct ClientSettings: Sendable {
    var baseURL: BaseURL
    var documentServers: [String] = []
    var configuration: ClientConfiguration
    var options: CallOptions
    var credentials: [String: Credential] = [:]
    var security: [[String]] = []
    var responseLogs: [ResponseLog] = []
}
