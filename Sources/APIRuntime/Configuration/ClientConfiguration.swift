public import Foundation

/// What a client stands on: transport, clock and the defaults of each call.
public struct ClientConfiguration: Sendable {
    /// Carries the requests.
    public var transport: any Transport
    /// The clock of time stamps and signatures.
    public var now: @Sendable () -> Date
    /// Makes the boundary between the parts of a multipart body, at random unless a test needs the same bytes every
    /// time. Letters, digits and hyphens, at most 70, that no part holds (RFC 2046, section 5.1.1).
    public var boundary: @Sendable () -> String = { MultipartBody.randomBoundary() }
    /// Waits before a request is repeated.
    public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// A number from 0 to 1, by which the bound of such a wait is multiplied: at random, so that clients do not
    /// repeat their requests all at once.
    public var random: @Sendable () -> Double = { .random(in: 0...1) }
    /// Makes the idempotency key of a request whose operation has a header for it.
    public var idempotencyKey: @Sendable () -> String = { UUID().uuidString.lowercased() }
    /// Bounds the requests that all copies of a client repeat together; `nil` does not.
    public var retryBudget: RetryBudget? = RetryBudget()
    /// The options of each call unless it sets its own.
    public var options: CallOptions
    /// The `User-Agent` header; `nil` leaves it to the transport.
    public var userAgent: String?
    /// Is told each place where a successful answer, or an item of a stream, differs from the document and was read all the same.
    ///
    /// It is called before the call returns, once for each place: it should return soon.
    public var onDeparture: (@Sendable (AnswerDeparture) -> Void)?
    /// The names of response headers that are the service's own.
    @_spi(Generated) public var responseHeaders = ResponseHeaders()

    /// Creates a configuration; without arguments, Foundation's transport and the clock of the machine.
    public init(
        transport: any Transport = URLSessionTransport(),
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
