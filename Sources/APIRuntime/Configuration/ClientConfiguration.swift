public import Foundation

/// The configuration of a client: its transport, its clock and the defaults of calls.
public struct ClientConfiguration: Sendable {
    /// The transport that sends requests.
    public var transport: any ClientTransport
    /// The middleware that each attempt of a call passes through on its way to the transport, the outermost first.
    public var middleware: [any ClientMiddleware] = []
    /// The clock for timestamps and signatures.
    public var now: @Sendable () -> Date
    /// Returns the boundary of a multipart body, by default a random one; a test may return a fixed one. It must
    /// consist of at most 70 letters, digits and hyphens, and must not occur in any part (RFC 2046, section 5.1.1).
    public var boundary: @Sendable () -> String = { MultipartBody.randomBoundary() }
    /// Waits for the delay before a retry.
    public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// Returns a number from 0 to 1, by default a random one. The bound of a delay is multiplied by it, so that clients do
    /// not retry at the same time.
    public var random: @Sendable () -> Double = { .random(in: 0...1) }
    /// Returns a new idempotency key, for operations that declare a header for it.
    public var idempotencyKey: @Sendable () -> String = { UUID().uuidString.lowercased() }
    /// The budget for retries that all copies of a client share; `nil` for no bound.
    public var retryBudget: RetryBudget? = RetryBudget()
    /// The default options of calls.
    public var options: CallOptions
    /// The value of the `User-Agent` header; with `nil`, the transport decides.
    public var userAgent: String?
    /// Called for each place where a successful response, or a stream item, was decoded although it differs from the
    /// document.
    ///
    /// It is called before the call returns, and should not block.
    public var onDeparture: (@Sendable (AnswerDeparture) -> Void)?
    /// The service's own header names for the request ID and the rate limit.
    @_spi(Generated) public var responseHeaders = ResponseHeaders()

    /// Creates a configuration, by default with Foundation's transport and the system clock.
    public init(
        transport: any ClientTransport = URLSessionTransport(),
        now: @escaping @Sendable () -> Date = { Date() },
        options: CallOptions = CallOptions(),
        userAgent: String? = nil,
    ) {
        self.transport = transport
        self.now = now
        self.options = options
        self.userAgent = userAgent
    }
}
