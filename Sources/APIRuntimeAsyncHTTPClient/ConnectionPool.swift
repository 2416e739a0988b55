import AsyncHTTPClient
import NIOCore
import NIOPosix

/// The owner of an `HTTPClient`, which has to be shut down before it is released.
final class ConnectionPool: Sendable {
    let client: HTTPClient

    /// Uses the event loops of NIOPosix on all platforms. With those of Network.framework, TLS and errors would differ
    /// on Apple's.
    init(_ configuration: HTTPClient.Configuration) {
        client = HTTPClient(
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
            configuration: configuration)
    }

    deinit { client.shutdown { _ in } }
}

extension TimeAmount {
    /// A time limit of at least a millisecond and at most about 31 years.
    init(limit: Duration) {
        let bounded = max(.milliseconds(1), min(limit, .seconds(1_000_000_000)))
        let (seconds, attoseconds) = bounded.components
        self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}

extension NIODeadline {
    /// A second after the time limit, since the client enforces it and has the better message.
    init(after limit: Duration?) {
        self = limit.map { .now() + TimeAmount(limit: $0) + .seconds(1) } ?? .distantFuture
    }
}
