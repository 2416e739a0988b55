@_spi(Generated) import APIRuntime
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

    /// How many calls are made. With a setting, this runs alone, and what grows is measured, too.
    private static let setting = ProcessInfo.processInfo.environment["CALLS"].flatMap { Int($0) }

    /// 64 calls at once.
    @Test(arguments: Kind.allCases) func makesManyCalls(kind: Kind) async throws {
        let count = Self.setting ?? 300
        try await withRawServer({ connection in
            while true {
                let target = try await connection.request().target
                try await connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: \(target.utf8.count)\r\n\r\n\(target)")
            }
        }) { server in
            try await call(server, over: kind, count: count)
            let memory = Self.residentMemory
            try await call(server, over: kind, count: count)
            guard Self.setting != nil, let memory, let after = Self.residentMemory else { return }
            // Foundation on Linux loses some 300 bytes of each call.
            #expect(
                after - memory < (kind.isFoundationNetworking ? 8 : 2) << 10,
                "kB more after as many calls again")
        }
    }

    private func call(_ server: String, over kind: Kind, count: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { calls in
            for number in 0..<count {
                if number >= 64 { try await calls.next() }
                calls.addTask {
                    let response = try await kind.transport.send(
                        TransportRequest(number % 2 == 0 ? .get : .put, server, "/\(number)"))
                    #expect(response.body == Data("/\(number)".utf8))
                }
            }
            try await calls.waitForAll()
        }
    }

    /// In kB, where the system counts it.
    private static var residentMemory: Int? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Calls that are cancelled at any moment end at once, and leave no connection behind.
    @Test(arguments: Kind.allCases) func endsCancelledCalls(kind: Kind) async throws {
        let before = Self.descriptors
        try await ScriptedServer.serve { peer, _ in
            try await Task.sleep(for: .milliseconds(100))
            try await peer.send("HTTP/1.1 204 No Content\r\n\r\n")
        } _: { server in
            let configuration = ClientConfiguration(transport: kind.transport)
            let client = APIClient(baseURL: BaseURL(server), configuration: configuration)
            let latest = await withTaskGroup(of: Duration.self) { group in
                for number in 0..<(Self.setting.map { $0 / 10 } ?? 100) {
                    group.addTask {
                        try? await Task.sleep(for: .milliseconds(number * 4))
                        let call = Task {
                            await failure { try await client.send(Request(.get, "/", operation: "get")) }
                        }
                        try? await Task.sleep(for: .milliseconds(number % 211))
                        let start = ContinuousClock.now
                        call.cancel()
                        _ = await call.value
                        return start.duration(to: .now)
                    }
                }
                return await group.reduce(.zero, max)
            }
            #expect(latest < (Self.setting == nil ? .seconds(15) : .milliseconds(50)))
        }
        // Other tests have connections of their own, and each transport keeps some.
        guard Self.setting != nil else { return }
        for _ in 0..<100 where Self.descriptors > before + 70 {
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(Self.descriptors <= before + 70)
    }

    private static var descriptors: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }
}
