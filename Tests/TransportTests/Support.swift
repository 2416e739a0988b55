import APIRuntime
import APIRuntimeAsyncHTTPClient
import Foundation
import Testing

/// The transports that have to behave alike.
enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case urlSession, asyncHTTPClient

    var testDescription: String { rawValue }

    var transport: any ClientTransport {
        switch self {
        case .urlSession: URLSessionTransport()
        case .asyncHTTPClient: Self.shared
        }
    }

    private static let shared = AsyncHTTPClientTransport()

    func transport(upTo limit: Int) -> any ClientTransport {
        switch self {
        case .urlSession: URLSessionTransport(maximumBodySize: limit)
        case .asyncHTTPClient: AsyncHTTPClientTransport(maximumBodySize: limit)
        }
    }

    /// Whether this is the Foundation of Linux, which cannot do all that is asked of it.
    var isFoundationNetworking: Bool {
        #if canImport(FoundationNetworking)
            self == .urlSession
        #else
            false
        #endif
    }
}

extension TransportRequest {
    /// A request to a server of these tests.
    ///
    /// - Parameter server: Its base URL, without a path.
    init(
        _ method: APIRuntime.HTTPRequest.Method = .get, _ server: String, _ path: String = "/",
        headers: HTTPFields = [:], body: Data? = nil,
    ) {
        let head = APIRuntime.HTTPRequest(
            method: method, scheme: "http", authority: String(server.dropFirst("http://".count)), path: path,
            headerFields: headers)
        self.init(operation: "operation", head: head, body: body)
    }
}

/// The error of a body; `nil` if there is none.
func failure(of body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}

/// The reason of a transport's error, `nil` for any other outcome.
func reason(of body: () async throws -> Void) async -> TransportError.Reason? {
    (await failure(of: body) as? TransportError)?.reason
}

/// Sends a request, and cancels it after a while.
///
/// - Returns: `nil` if there is no response until then.
func send(
    _ request: TransportRequest, over kind: Kind, within limit: Duration,
) async throws -> TransportResponse? {
    let call = Task { try await kind.transport.send(request) }
    let timer = Task {
        try await Task.sleep(for: limit)
        call.cancel()
    }
    defer { timer.cancel() }
    do {
        return try await call.value
    } catch is CancellationError {
        return nil
    }
}

func measure(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return ContinuousClock.now - start
}
