import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// Many requests at once.
@Suite(.timeLimit(.minutes(5)), .serialized) struct LoadTests {
    @Test(arguments: Kind.allCases) func cancels200Calls(kind: Kind) async throws {
        try await withServer { _ in
            try await Task.sleep(for: .seconds(20))
            return .init(statusCode: .ok)
        } _: { server in
            let calls = (0..<200).map { _ in
                Task { try await kind.transport.send(TransportRequest(.get, server)) }
            }
            try await Task.sleep(for: .milliseconds(300))
            let time = await measure {
                for call in calls { call.cancel() }
                for call in calls {
                    #expect(await failure { _ = try await call.value } is CancellationError)
                }
            }
            // A tenth of this, unless other tests keep the machine busy.
            #expect(time < .seconds(50))
        }
    }

    /// 64 calls at once. Foundation on Linux takes about 10 ms for each.
    @Test(arguments: Kind.allCases) func makes2000Calls(kind: Kind) async throws {
        let count = kind.isFoundationNetworking ? 300 : 2000
        let body = Data("{}".utf8)
        try await withServer({ .init(statusCode: .ok, body: Data($0.target.utf8)) }) { server in
            try await withThrowingTaskGroup(of: Void.self) { calls in
                for number in 0..<count {
                    if number >= 64 { try await calls.next() }
                    calls.addTask {
                        let response = try await kind.transport.send(
                            TransportRequest(.post, server, "/\(number)", body: body))
                        #expect(response.body == Data("/\(number)".utf8))
                    }
                }
                try await calls.waitForAll()
            }
        }
    }
}
