import APIRuntime
import FlyingFox
import Foundation
import GenesysCloud
import Loopback

/// What a server on this machine has been asked for so far.
actor Targets {
    /// The request targets, to the byte.
    private(set) var all: [String] = []

    fileprivate func append(_ target: String) { all.append(target) }
}

/// Runs a server for as long as a closure talks to it, and returns the request targets.
///
/// - Parameter answer: The answer to a request target.
@discardableResult
func withJourneyServer(
    _ answer: @escaping @Sendable (String) -> FlyingFox.HTTPResponse,
    _ talk: (JourneyAPI, Targets) async throws -> Void,
) async throws -> [String] {
    let targets = Targets()
    let requests = try await withServer({ request in
        await targets.append(request.target)
        return answer(request.target)
    }) { server in
        let client = GenesysCloudClient.forTests(URLSessionTransport(), server: APIServer(server))
        try await talk(client.journey, targets)
    }
    return requests.map(\.target)
}

/// The path and the query of a request target, decoded as a server decodes them.
struct DecodedTarget {
    let segments: [String]
    let items: [(name: String, value: String)]

    init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        segments = (parts.first ?? "").split(separator: "/").map { Self.decoded(String($0)) }
        items = parts.dropFirst().flatMap { $0.split(separator: "&") }.map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = String(pair.dropFirst().first ?? "")
            return (Self.decoded(String(pair[0])), Self.decoded(value.replacing("+", with: " ")))
        }
    }

    /// The values of a name, in order.
    func values(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    private static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? "not decodable" }
}
